-- Goals, reminders, and the tutor.
SET LOCAL lock_timeout = '5s';
