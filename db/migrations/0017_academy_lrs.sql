-- The learning record store (xAPI). A statement is kept once, as text, and never changed; it is found by keys: the first
-- 16 bytes of the SHA-256 of texts such as 'verb http://…' (rules/lrs/statement-keys.ts). See ADR 29.
SET LOCAL lock_timeout = '5s';

-- Programs that may send and read statements. The secret is shown once; here is its SHA-256.
CREATE TABLE academy.lrs_client (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  key text NOT NULL UNIQUE,
  secret_hash text NOT NULL,
  scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
  -- Pages of these origins may call from a browser.
  origins text[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  created_by uuid,
  rotated_at timestamptz,
  used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid
);

-- A player's key for one student, one registration and one activity, for a while.
CREATE TABLE academy.lrs_token (
  id uuid PRIMARY KEY,
  secret_hash text NOT NULL,
  actor jsonb NOT NULL,
  registration uuid NOT NULL,
  activity_id text NOT NULL,
  account_id uuid,
  person_id uuid,
  enrolment_id uuid,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX lrs_token_expiry ON academy.lrs_token (expires_at);
CREATE INDEX lrs_token_person ON academy.lrs_token (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX lrs_token_registration ON academy.lrs_token (registration);

-- `sequence` is the time of storing in milliseconds, 20 bits to the left, and a number that runs round below it: unique,
-- and in the order of `stored`. `raw` lacks `stored`, and `timestamp` where the sender gave none.
CREATE TABLE academy.lrs_statement (
  sequence bigint PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  raw text NOT NULL,
  has_timestamp boolean NOT NULL,
  -- The statement a StatementRef points to, and whether it is voided by this one.
  target_id uuid,
  voids boolean NOT NULL DEFAULT false,
  voids_any boolean NOT NULL DEFAULT false,
  -- The client or token that sent it; null for the house itself.
  source_id uuid,
  account_id uuid,
  person_id uuid,
  enrolment_id uuid
);
CREATE INDEX lrs_statement_target ON academy.lrs_statement (target_id) WHERE target_id IS NOT NULL;
CREATE INDEX lrs_statement_referring ON academy.lrs_statement (sequence) WHERE target_id IS NOT NULL;
CREATE INDEX lrs_statement_person ON academy.lrs_statement (person_id, sequence) WHERE person_id IS NOT NULL;
CREATE INDEX lrs_statement_source ON academy.lrs_statement (source_id, sequence) WHERE source_id IS NOT NULL;
CREATE INDEX lrs_statement_account ON academy.lrs_statement (account_id) WHERE account_id IS NOT NULL;

CREATE TABLE academy.lrs_statement_key (
  key uuid NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (key, sequence)
);

-- Files sent with statements, by the hash the statement names. Empty ones have no file.
CREATE TABLE academy.lrs_attachment (
  statement_id uuid NOT NULL,
  sha2 text NOT NULL,
  content_type text NOT NULL,
  bytes int NOT NULL,
  file_id uuid,
  PRIMARY KEY (statement_id, sha2)
);

-- What is known of activities, put together from all that statements said.
CREATE TABLE academy.lrs_activity (
  key uuid PRIMARY KEY,
  activity_id text NOT NULL,
  definition text NOT NULL,
  updated_at timestamptz NOT NULL
);

-- State, activity profiles and agent profiles. The id is a hash of all that identifies a document.
CREATE TABLE academy.lrs_document (
  id uuid PRIMARY KEY,
  resource text NOT NULL CHECK (resource IN ('state', 'activity_profile', 'agent_profile')),
  activity_key uuid,
  agent_key uuid,
  registration uuid,
  document_id text NOT NULL,
  activity_id text,
  agent jsonb,
  content_type text NOT NULL,
  content bytea NOT NULL,
  -- SHA-1 of the content, as xAPI asks for.
  etag text NOT NULL,
  updated_at timestamptz NOT NULL,
  account_id uuid,
  person_id uuid,
  CHECK ((activity_key IS NOT NULL) = (resource <> 'agent_profile')),
  CHECK ((agent_key IS NOT NULL) = (resource <> 'activity_profile'))
);
CREATE INDEX lrs_document_agent ON academy.lrs_document (agent_key, activity_key) WHERE agent_key IS NOT NULL;
CREATE INDEX lrs_document_activity ON academy.lrs_document (activity_key) WHERE agent_key IS NULL;
CREATE INDEX lrs_document_person ON academy.lrs_document (person_id) WHERE person_id IS NOT NULL;

CREATE SEQUENCE academy.lrs_order CACHE 32;

-- Keeps statements in one call: all of them, or none and then those whose ids are taken, for the caller to compare.
-- A writer holds a shared lock that names the millisecond it began at, taken before it reads the clock for `stored`:
-- who looks at the locks knows from when on statements may still come. `p_shift_ms` is what the house's clock is ahead
-- of the machine's (sandbox). Runs as the schema's owner: a customer's transaction may add statements of its own
-- accounts without seeing the tables they are found by.
CREATE FUNCTION academy.store_lrs_statements(
  p_ids uuid[], p_raw text[], p_has_timestamp boolean[], p_targets uuid[], p_voids boolean[], p_key_rows int[],
  p_keys uuid[], p_voids_any boolean, p_source uuid, p_account uuid, p_person uuid, p_enrolment uuid, p_shift_ms bigint
) RETURNS TABLE (taken_id uuid, taken_raw text) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  began bigint;
  stamp bigint;
BEGIN
  IF current_setting('role', true) = 'cairn_customer'
     AND (p_account IS NULL OR NOT p_account = ANY (kernel.own_accounts()::uuid[])) THEN
    RAISE insufficient_privilege USING MESSAGE = 'statements of another account';
  END IF;
  RETURN QUERY SELECT s.id, s.raw FROM academy.lrs_statement s WHERE s.id = ANY (p_ids);
  IF FOUND THEN RETURN; END IF;
  began := floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint + p_shift_ms;
  PERFORM pg_advisory_xact_lock_shared(7265029, (began % 2147483648)::int);
  stamp := floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint + p_shift_ms;
  WITH placed AS MATERIALIZED (
    SELECT n, (stamp << 20) | (nextval('academy.lrs_order') & 1048575) AS sequence, id, raw, has_timestamp, target_id, voids
    FROM unnest(p_ids, p_raw, p_has_timestamp, p_targets, p_voids) WITH ORDINALITY
      AS given (id, raw, has_timestamp, target_id, voids, n)
    ORDER BY n),
  kept AS (
    INSERT INTO academy.lrs_statement (sequence, id, raw, has_timestamp, target_id, voids, voids_any, source_id, account_id,
      person_id, enrolment_id)
    SELECT sequence, id, raw, has_timestamp, target_id, voids, voids AND p_voids_any, p_source, p_account, p_person,
      p_enrolment
    FROM placed)
  INSERT INTO academy.lrs_statement_key (key, sequence)
  SELECT k.key, placed.sequence FROM unnest(p_key_rows, p_keys) AS k (n, key) JOIN placed USING (n);
END $$;

-- Milliseconds up to which every statement that will ever be stored can be read, in a statement that starts after this
-- one. Read the clock first and the locks then: a writer that takes its lock later stores later.
CREATE FUNCTION academy.lrs_consistent_through_ms(p_shift_ms bigint) RETURNS bigint LANGUAGE plpgsql
  SET search_path = pg_catalog AS $$
DECLARE
  now_ms bigint := floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint + p_shift_ms;
  oldest_ms bigint;
BEGIN
  SELECT min(now_ms - ((now_ms - objid::bigint) % 2147483648 + 2147483648) % 2147483648) INTO oldest_ms
  FROM pg_locks
  WHERE locktype = 'advisory' AND classid = 7265029 AND objsubid = 2
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database());
  RETURN least(now_ms, oldest_ms) - 1;
END $$;

SELECT kernel.guard_account_rows(name)
FROM unnest(ARRAY['academy.lrs_token', 'academy.lrs_statement', 'academy.lrs_document']) AS name;
-- Several students may belong to one account: each sees what is theirs.
ALTER POLICY own ON academy.lrs_token USING (
  account_id = ANY ((SELECT kernel.own_accounts())::uuid[]) AND person_id = (SELECT kernel.own_person()));
ALTER POLICY own ON academy.lrs_statement USING (
  account_id = ANY ((SELECT kernel.own_accounts())::uuid[]) AND person_id = (SELECT kernel.own_person()));
ALTER POLICY own ON academy.lrs_document USING (
  account_id = ANY ((SELECT kernel.own_accounts())::uuid[]) AND person_id = (SELECT kernel.own_person()));

-- What the house alone sees.
ALTER TABLE academy.lrs_client ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON academy.lrs_client TO cairn_app USING (true) WITH CHECK (true);
ALTER TABLE academy.lrs_statement_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON academy.lrs_statement_key TO cairn_app USING (true) WITH CHECK (true);
ALTER TABLE academy.lrs_attachment ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON academy.lrs_attachment TO cairn_app USING (true) WITH CHECK (true);
-- What courses are called is no secret, and a student's lesson may say it first.
ALTER TABLE academy.lrs_activity ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON academy.lrs_activity TO cairn_app USING (true) WITH CHECK (true);
CREATE POLICY everybody ON academy.lrs_activity TO cairn_customer USING (true) WITH CHECK (true);
