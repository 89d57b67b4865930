-- Usage: what customers consumed, counted once.
SET LOCAL lock_timeout = '5s';
