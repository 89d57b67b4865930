-- The books: double entry, what is earned and what is still owed.
SET LOCAL lock_timeout = '5s';
