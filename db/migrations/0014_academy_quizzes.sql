-- Questions, attempts and answers.
SET LOCAL lock_timeout = '5s';
