-- Partners: who sent whom, and what that earns.
SET LOCAL lock_timeout = '5s';
