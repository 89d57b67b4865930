-- What is handed in, and how it is marked.
SET LOCAL lock_timeout = '5s';
