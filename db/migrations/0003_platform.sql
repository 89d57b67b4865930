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
