-- Recurring revenue: its movements, read off the history of subscriptions.
SET LOCAL lock_timeout = '5s';
