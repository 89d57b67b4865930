-- Customers: accounts, who belongs to them, what they consented to.
SET LOCAL lock_timeout = '5s';
