-- People who sign in, their sessions, keys and tokens.
CREATE SCHEMA auth;
