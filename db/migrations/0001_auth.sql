-- People who sign in, their sessions, keys and tokens.
SET LOCAL lock_timeout = '5s';

CREATE SCHEMA auth;

-- Staff have a role, customers none. An address belongs to one person and is kept in lower case.
CREATE TABLE auth.person (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  role text CHECK (role IN ('owner', 'admin', 'editor', 'support', 'finance', 'viewer')),
  zone text,
  locale text,
  two_factor_enabled boolean NOT NULL DEFAULT false,
  joined_at timestamptz,
  disabled_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX person_owner ON auth.person (id) WHERE role = 'owner' AND disabled_at IS NULL;

-- The cookie holds the token with a signature; the token alone, read from here, opens nothing.
CREATE TABLE auth.session (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES auth.person (id) ON DELETE CASCADE,
  token text NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  seen_at timestamptz,
  ip_address text,
  user_agent text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX session_person ON auth.session (person_id);
CREATE INDEX session_expiry ON auth.session (expires_at);

-- Ways to sign in; the row of provider "credential" holds the password (argon2id, PHC string).
CREATE TABLE auth.account (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES auth.person (id) ON DELETE CASCADE,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (provider_id, account_id)
);
CREATE INDEX account_person ON auth.account (person_id);

-- Short-lived proofs: e-mailed sign-in links (hashed), second-step and passkey challenges. better-auth gives its locks
-- ids of its own, which are no uuids.
CREATE TABLE auth.verification (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX verification_identifier ON auth.verification (identifier);
CREATE INDEX verification_expiry ON auth.verification (expires_at);

-- The authenticator app's secret (encrypted) and the recovery codes (keyed hashes).
CREATE TABLE auth.two_factor (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL UNIQUE REFERENCES auth.person (id) ON DELETE CASCADE,
  secret text NOT NULL,
  backup_codes text NOT NULL,
  verified boolean NOT NULL DEFAULT false,
  failed_verification_count int NOT NULL DEFAULT 0,
  locked_until timestamptz
);

-- Codes of authenticator apps that were used; none is taken twice.
CREATE TABLE auth.used_code (
  person_id uuid NOT NULL REFERENCES auth.person (id) ON DELETE CASCADE,
  code_hash text NOT NULL,
  used_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, code_hash)
);

CREATE TABLE auth.passkey (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES auth.person (id) ON DELETE CASCADE,
  name text,
  public_key text NOT NULL,
  credential_id text NOT NULL UNIQUE,
  counter bigint NOT NULL,
  device_type text NOT NULL,
  backed_up boolean NOT NULL,
  transports text,
  aaguid text,
  created_at timestamptz
);
CREATE INDEX passkey_person ON auth.passkey (person_id);

-- Links that work once: the first owner's, invitations, password resets. Only the hash is kept.
CREATE TABLE auth.link (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('owner', 'invitation', 'password_reset')),
  person_id uuid REFERENCES auth.person (id) ON DELETE CASCADE,
  hash text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  created_by uuid,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CHECK ((kind = 'owner') = (person_id IS NULL))
);
CREATE INDEX link_person ON auth.link (person_id) WHERE used_at IS NULL;

-- Keys for programs. The secret is shown once; here is its SHA-256.
CREATE TABLE auth.api_token (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES auth.person (id) ON DELETE CASCADE,
  name text NOT NULL,
  hash text NOT NULL UNIQUE,
  scopes text[] NOT NULL,
  agent boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  created_by uuid,
  expires_at timestamptz,
  used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid
);
CREATE INDEX api_token_person ON auth.api_token (person_id);
