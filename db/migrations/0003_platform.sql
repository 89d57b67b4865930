-- Webhooks, notifications and what else every module is offered.
SET LOCAL lock_timeout = '5s';

CREATE SCHEMA platform;

-- Who is told of events. Never deleted: deliveries point here.
CREATE TABLE platform.webhook_endpoint (
  id uuid PRIMARY KEY,
  url text NOT NULL,
  description text NOT NULL DEFAULT '',
  events text[] NOT NULL,
  secret text NOT NULL,
  previous_secret text,
  previous_secret_until timestamptz,
  enabled boolean NOT NULL DEFAULT true,
  disabled_reason text,
  failing_since timestamptz,
  created_at timestamptz NOT NULL,
  created_by uuid,
  deleted_at timestamptz
);
CREATE INDEX webhook_endpoint_active ON platform.webhook_endpoint (created_at) WHERE deleted_at IS NULL;

-- One event for one endpoint. `claimed_until` keeps two workers from sending it at once.
CREATE TABLE platform.webhook_delivery (
  id uuid PRIMARY KEY,
  endpoint_id uuid NOT NULL REFERENCES platform.webhook_endpoint (id),
  event_id uuid NOT NULL,
  event_name text NOT NULL,
  body text NOT NULL,
  status text NOT NULL CHECK (status IN ('pending', 'delivered', 'failed', 'held', 'cancelled')),
  attempts int NOT NULL DEFAULT 0,
  claimed_until timestamptz,
  next_attempt_at timestamptz,
  created_at timestamptz NOT NULL,
  settled_at timestamptz,
  UNIQUE (endpoint_id, event_id)
);
CREATE INDEX webhook_delivery_list ON platform.webhook_delivery (endpoint_id, id);

CREATE TABLE platform.webhook_attempt (
  id uuid PRIMARY KEY,
  delivery_id uuid NOT NULL REFERENCES platform.webhook_delivery (id),
  at timestamptz NOT NULL,
  status_code int,
  error text,
  response text,
  duration_ms int NOT NULL
);
CREATE INDEX webhook_attempt_list ON platform.webhook_attempt (delivery_id, id);

-- What a person should know. `delivery` is how it was to reach them when it was written; `digest_on` the local day
-- of the digest that told of it.
CREATE TABLE platform.notification (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  body text NOT NULL DEFAULT '',
  href text NOT NULL,
  dedupe_key text NOT NULL,
  delivery text NOT NULL CHECK (delivery IN ('app', 'mail', 'digest')),
  created_at timestamptz NOT NULL,
  read_at timestamptz,
  digest_on date,
  UNIQUE (person_id, dedupe_key)
);
CREATE INDEX notification_list ON platform.notification (person_id, id);
CREATE INDEX notification_unread ON platform.notification (person_id) WHERE read_at IS NULL;
CREATE INDEX notification_digest_waiting ON platform.notification (person_id, created_at)
  WHERE delivery = 'digest' AND digest_on IS NULL;

CREATE TABLE platform.notification_preference (
  person_id uuid NOT NULL,
  kind text NOT NULL,
  delivery text NOT NULL CHECK (delivery IN ('app', 'mail', 'digest', 'off')),
  PRIMARY KEY (person_id, kind)
);

-- One digest a person and local day; the row makes the second one impossible.
CREATE TABLE platform.notification_digest (
  person_id uuid NOT NULL,
  "on" date NOT NULL,
  zone text NOT NULL,
  sent_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, "on")
);
