-- Tax: dated rates, where it is due, the proof of why.
SET LOCAL lock_timeout = '5s';
