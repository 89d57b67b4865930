-- What every module stands on. Rights are granted after each migration, see src/kernel/db/migrate.ts.
SET LOCAL lock_timeout = '5s';

CREATE SCHEMA kernel;

-- Facts. A reader takes only rows whose transaction is older than every running one of this database:
-- a plain sequence would skip a row that commits late.
CREATE TABLE kernel.event (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  id uuid NOT NULL UNIQUE,
  name text NOT NULL,
  version int NOT NULL,
  payload jsonb NOT NULL,
  occurred_at timestamptz NOT NULL,
  actor_person_id uuid,
  request_id text NOT NULL
);
CREATE INDEX event_order ON kernel.event (xid, seq);
CREATE INDEX event_name_time ON kernel.event (name, occurred_at);

CREATE TABLE kernel.subscriber_cursor (
  subscriber text PRIMARY KEY,
  xid xid8 NOT NULL,
  seq bigint NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  retry_at timestamptz,
  last_error text,
  updated_at timestamptz NOT NULL
);

CREATE TABLE kernel.dead_letter (
  id uuid PRIMARY KEY,
  subscriber text NOT NULL,
  event_seq bigint NOT NULL REFERENCES kernel.event (seq),
  error text NOT NULL,
  attempts int NOT NULL,
  failed_at timestamptz NOT NULL,
  replayed_at timestamptz,
  UNIQUE (subscriber, event_seq)
);

-- Answers of commands, by the caller's key: a repeated request gets the first answer.
CREATE TABLE kernel.idempotency_key (
  actor text NOT NULL,
  key text NOT NULL,
  operation text NOT NULL,
  input_sha256 text NOT NULL,
  output jsonb,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_key_age ON kernel.idempotency_key (created_at);

-- Who did what when; ids only, no personal data. Sealed into a hash chain shortly after (audit_seal).
CREATE TABLE kernel.audit_entry (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  id uuid NOT NULL UNIQUE,
  at timestamptz NOT NULL,
  actor_kind text NOT NULL,
  actor_id text,
  token_id uuid,
  operation text NOT NULL,
  subjects jsonb NOT NULL,
  surface text NOT NULL,
  outcome text NOT NULL,
  request_id text NOT NULL
);
CREATE INDEX audit_entry_order ON kernel.audit_entry (xid, seq);
CREATE INDEX audit_entry_time ON kernel.audit_entry (at);
CREATE INDEX audit_entry_actor ON kernel.audit_entry (actor_id, at);
CREATE INDEX audit_entry_operation ON kernel.audit_entry (operation, at);

CREATE TABLE kernel.audit_seal (
  position bigint PRIMARY KEY,
  entry_seq bigint NOT NULL UNIQUE REFERENCES kernel.audit_entry (seq),
  entry_xid xid8 NOT NULL,
  hash text NOT NULL
);

CREATE TABLE kernel.setting (
  key text PRIMARY KEY,
  value jsonb NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_by uuid
);

-- Daily series. One row a metric, version, binding and day; rebuilt rows replace themselves.
CREATE TABLE kernel.metric_point (
  metric text NOT NULL,
  version int NOT NULL,
  bind jsonb NOT NULL DEFAULT '{}',
  "on" date NOT NULL,
  value numeric,
  reason text,
  measured_at timestamptz NOT NULL,
  PRIMARY KEY (metric, version, bind, "on"),
  CHECK (value IS NOT NULL OR reason IS NOT NULL)
);

-- Values that a person reported because no module measures them yet. Never changed; a correction supersedes.
CREATE TABLE kernel.metric_report (
  id uuid PRIMARY KEY,
  metric text NOT NULL,
  as_of_on date NOT NULL,
  value numeric NOT NULL,
  source text NOT NULL,
  note text,
  reported_by uuid,
  reported_at timestamptz NOT NULL,
  superseded_at timestamptz
);
CREATE UNIQUE INDEX metric_report_current ON kernel.metric_report (metric, as_of_on) WHERE superseded_at IS NULL;

-- What an agent asked for and a person has to decide.
CREATE TABLE kernel.proposal (
  id uuid PRIMARY KEY,
  operation text NOT NULL,
  input jsonb NOT NULL,
  proposed_by uuid NOT NULL,
  token_id uuid,
  proposed_at timestamptz NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'approved', 'rejected', 'failed')),
  decided_by uuid,
  decided_at timestamptz,
  output jsonb,
  error text
);
CREATE INDEX proposal_open ON kernel.proposal (proposed_at) WHERE status = 'open';

CREATE TABLE kernel.mail (
  id uuid PRIMARY KEY,
  idempotency_key text NOT NULL UNIQUE,
  to_address text NOT NULL,
  to_name text,
  subject text NOT NULL,
  text text NOT NULL,
  html text,
  headers jsonb NOT NULL DEFAULT '{}',
  -- Files that go with it, read from the store when it leaves.
  attachments uuid[] NOT NULL DEFAULT '{}',
  kind text NOT NULL,
  person_id uuid,
  status text NOT NULL CHECK (status IN ('queued', 'held', 'sending', 'sent', 'failed', 'unknown')),
  attempts int NOT NULL DEFAULT 0,
  error text,
  message_id text,
  created_at timestamptz NOT NULL,
  sent_at timestamptz
);
CREATE INDEX mail_time ON kernel.mail (created_at);
CREATE INDEX mail_waiting ON kernel.mail (created_at) WHERE status IN ('queued', 'sending');

CREATE TABLE kernel.file (
  id uuid PRIMARY KEY,
  sha256 text NOT NULL,
  bytes bigint NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid
);
CREATE INDEX file_content ON kernel.file (sha256);

-- Small counters shared by all processes: sign-in attempts, API calls (rate-limiter-flexible's table).
CREATE TABLE kernel.rate_limit (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);

-- "What happened to this thing": the ids an entry names, whatever the field is called.
CREATE INDEX audit_entry_subject ON kernel.audit_entry USING gin (jsonb_path_query_array(subjects, '$.*'));

-- A person decided that a dead letter need not be delivered any more.
ALTER TABLE kernel.dead_letter ADD COLUMN discarded_at timestamptz;
CREATE INDEX dead_letter_open ON kernel.dead_letter (failed_at) WHERE replayed_at IS NULL AND discarded_at IS NULL;

-- Customers' operations run as cairn_customer, which sees rows of its own accounts and of no other (ADR 20).
CREATE FUNCTION kernel.own_accounts() RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('cairn.accounts', true), ''), '{}')::uuid[]
$$;

-- The person a customer's operation runs for.
CREATE FUNCTION kernel.own_person() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('cairn.person', true), '')::uuid
$$;

-- Guards a table whose rows belong to customers by their account_id. Every such table is guarded by its migration.
CREATE FUNCTION kernel.guard_account_rows(guarded text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded::regclass);
  EXECUTE format('CREATE POLICY house ON %s TO cairn_app USING (true) WITH CHECK (true)', guarded::regclass);
  EXECUTE format('CREATE POLICY own ON %s TO cairn_customer USING (account_id = ANY ((SELECT kernel.own_accounts())::uuid[]))',
                 guarded::regclass);
END $$;

-- True where a row differs in its account alone, while two accounts become one or part again. Triggers that keep rows as
-- they were written let this pass; nothing else sets it.
CREATE FUNCTION kernel.moves_account(before jsonb, after jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('cairn.moves_accounts', true), '') = 'on'
    AND before - 'account_id' = after - 'account_id'
$$;

-- Whether a job of this key waits in a queue; one that does is held until the transaction ends. As its owner, because a
-- customer's role may add jobs and not lock them.
CREATE FUNCTION kernel.hold_waiting_job(queue text, key text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM 1 FROM pgboss.job WHERE name = queue AND singleton_key = key AND state = 'created'
    LIMIT 1 FOR SHARE SKIP LOCKED;
  RETURN FOUND;
END $$;

-- What happened to an account, newest first.
CREATE INDEX event_account ON kernel.event ((payload->>'accountId'), seq) WHERE payload ? 'accountId';
