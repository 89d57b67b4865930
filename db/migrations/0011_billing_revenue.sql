-- Recurring revenue: its movements, read off the history of subscriptions.
SET LOCAL lock_timeout = '5s';

-- What one unit of a currency is worth in another from a day on, until the next row. factor is for minor units.
CREATE TABLE billing.fx_rate (
  from_currency char(3) NOT NULL,
  to_currency char(3) NOT NULL,
  rate_on date NOT NULL,
  rate_ppm bigint NOT NULL CHECK (rate_ppm > 0),
  factor numeric NOT NULL CHECK (factor > 0),
  source text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (from_currency, to_currency, rate_on),
  CHECK (from_currency <> to_currency)
);

-- Two states of one instant are told apart by the order they were written in; ids of one millisecond have none.
ALTER TABLE billing.subscription_state ADD COLUMN seq bigint GENERATED ALWAYS AS IDENTITY;
DROP INDEX billing.subscription_state_order;
CREATE INDEX subscription_state_order ON billing.subscription_state (subscription_id, from_at, seq);
CREATE INDEX subscription_state_account ON billing.subscription_state (account_id, from_at);

-- One change of a customer's recurring revenue in one currency; derived, and rebuilt at will. Kinds are those of the
-- customer, not of a subscription: whoever still pays for something has not churned.
CREATE TABLE billing.mrr_movement (
  account_id uuid NOT NULL,
  at timestamptz NOT NULL,
  currency char(3) NOT NULL,
  kind text NOT NULL CHECK (kind IN ('new', 'expansion', 'contraction', 'churn', 'reactivation')),
  amount_minor bigint NOT NULL CHECK (amount_minor <> 0),
  before_minor bigint NOT NULL,
  after_minor bigint NOT NULL,
  -- 1 where a customer came or came back, -1 where one left, once per instant.
  customers smallint NOT NULL,
  -- The day whose rate converts this customer's revenue in this currency, always: exchange makes no movement.
  fixed_on date NOT NULL,
  -- When the customer came first.
  since_at timestamptz NOT NULL,
  subscription_id uuid NOT NULL,
  cause text NOT NULL,
  cause_id uuid,
  PRIMARY KEY (account_id, at, currency),
  CHECK (before_minor + amount_minor = after_minor)
);
CREATE INDEX mrr_movement_time ON billing.mrr_movement (at, account_id);

-- Customers whose movements are older than their history.
CREATE TABLE billing.mrr_stale (
  account_id uuid PRIMARY KEY,
  marked_at timestamptz NOT NULL
);

-- An update rather than nothing where there is a mark: it waits for a run that is just taking the mark away, which would
-- not see this history yet.
CREATE FUNCTION billing.mark_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO billing.mrr_stale (account_id, marked_at)
    SELECT DISTINCT account_id, statement_timestamp() FROM added ORDER BY account_id
    ON CONFLICT (account_id) DO UPDATE SET marked_at = excluded.marked_at;
  RETURN NULL;
END $$;
CREATE TRIGGER mark_stale AFTER INSERT ON billing.subscription_state REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION billing.mark_stale();

-- Customers who became one, or two again: both histories are read anew.
CREATE TRIGGER mark_moved AFTER UPDATE ON billing.subscription_state REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION billing.mark_stale();
CREATE TRIGGER mark_left AFTER UPDATE ON billing.subscription_state REFERENCING OLD TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION billing.mark_stale();

-- History stays as it was; only whose it is may turn out to be another, when customers are merged.
CREATE FUNCTION billing.keep_states() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND kernel.moves_account(to_jsonb(OLD), to_jsonb(NEW)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The history of subscriptions is never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER keep_states BEFORE UPDATE OR DELETE ON billing.subscription_state
  FOR EACH ROW EXECUTE FUNCTION billing.keep_states();

SELECT kernel.guard_account_rows(name) FROM unnest(ARRAY['billing.mrr_movement', 'billing.mrr_stale']) AS name;
