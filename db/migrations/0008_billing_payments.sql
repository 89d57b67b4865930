-- Payments: what providers and bank statements said, and what became of it.
SET LOCAL lock_timeout = '5s';
