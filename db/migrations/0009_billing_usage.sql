-- Usage: what customers consumed, counted once.
SET LOCAL lock_timeout = '5s';

-- One thing that happened. The key is the sender's name of it: the insert itself refuses to count it twice.
CREATE TABLE billing.usage_event (
  account_id uuid NOT NULL,
  meter text NOT NULL,
  event_key text NOT NULL,
  quantity bigint NOT NULL CHECK (quantity > 0),
  occurred_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  -- The period it is counted in; late: it was over when the event came.
  period_starts_on date NOT NULL,
  is_late boolean NOT NULL,
  PRIMARY KEY (account_id, meter, event_key)
);

-- Old events are found by when they came; rows stand in that order, so the index is small and costs the insert next to nothing.
CREATE INDEX usage_event_age ON billing.usage_event USING brin (received_at) WITH (autosummarize = on);

-- The counters, one row an account, meter and period. Moved in the statement that takes the events, and only by those that
-- were really new. Room in the page lets a counter move without touching its index.
CREATE TABLE billing.usage_total (
  account_id uuid NOT NULL,
  meter text NOT NULL,
  period_starts_on date NOT NULL,
  period_ends_on date NOT NULL CHECK (period_ends_on > period_starts_on),
  zone text NOT NULL,
  used bigint NOT NULL CHECK (used >= 0),
  events bigint NOT NULL CHECK (events >= 0),
  late_events bigint NOT NULL DEFAULT 0 CHECK (late_events >= 0),
  duplicates bigint NOT NULL DEFAULT 0,
  -- Units beyond the quota that an invoice asks for already.
  drawn bigint NOT NULL DEFAULT 0 CHECK (drawn >= 0),
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, meter, period_starts_on)
) WITH (fillfactor = 70);
CREATE INDEX usage_total_list ON billing.usage_total (period_ends_on, account_id);

-- Work that failed after it was counted gives its units back; the key is free again.
CREATE TABLE billing.usage_release (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  meter text NOT NULL,
  event_key text NOT NULL,
  quantity bigint NOT NULL,
  period_starts_on date NOT NULL,
  released_at timestamptz NOT NULL
);
CREATE INDEX usage_release_account ON billing.usage_release (account_id, released_at);

-- A meter's grants are looked up with every event.
CREATE INDEX entitlement_grant_meter ON billing.entitlement_grant (account_id, meter) WHERE meter IS NOT NULL;

SELECT kernel.guard_account_rows(name) FROM unnest(ARRAY[
  'billing.usage_event', 'billing.usage_total', 'billing.usage_release']) AS name;
