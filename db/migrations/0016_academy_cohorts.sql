-- Groups, live sessions, announcements and discussions.
SET LOCAL lock_timeout = '5s';
