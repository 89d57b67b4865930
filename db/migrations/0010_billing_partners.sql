-- Partners: who sent whom, and what that earns.
SET LOCAL lock_timeout = '5s';

-- account_id in these tables is the partner's own account, where it is a customer too; the buyer's is buyer_account_id.
CREATE TABLE billing.partner (
  id uuid PRIMARY KEY,
  account_id uuid,
  person_id uuid,
  code text NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$'),
  name text NOT NULL,
  email text NOT NULL CHECK (email = lower(email)),
  tax_id text,
  -- A part of what a customer pays without tax, or so much for a customer's first paid invoice.
  rate_ppm int CHECK (rate_ppm BETWEEN 1 AND 1000000),
  fixed_minor bigint CHECK (fixed_minor > 0),
  currency char(3),
  -- How long after an order its invoices earn; null: as long as it lasts.
  earning_months int CHECK (earning_months BETWEEN 1 AND 120),
  -- Within how many days of the link an order counts.
  attribution_days int NOT NULL CHECK (attribution_days BETWEEN 1 AND 365),
  is_active boolean NOT NULL DEFAULT true,
  note text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  CHECK ((rate_ppm IS NULL) <> (fixed_minor IS NULL)),
  CHECK ((fixed_minor IS NULL) = (currency IS NULL))
);
CREATE INDEX partner_list ON billing.partner (created_at, id);
CREATE INDEX partner_account ON billing.partner (account_id) WHERE account_id IS NOT NULL;

-- An order that came by a partner's link. Refused: the partner bought from themselves, and why that is so.
CREATE TABLE billing.referral (
  order_id uuid NOT NULL REFERENCES billing."order" (id),
  partner_id uuid NOT NULL REFERENCES billing.partner (id),
  account_id uuid,
  buyer_account_id uuid NOT NULL,
  touched_at timestamptz NOT NULL,
  placed_at timestamptz NOT NULL,
  refused text CHECK (refused IN ('same_account', 'same_person', 'same_email', 'same_tax_id')),
  PRIMARY KEY (order_id, partner_id)
);
CREATE UNIQUE INDEX referral_order ON billing.referral (order_id) WHERE refused IS NULL;
CREATE INDEX referral_partner ON billing.referral (partner_id, placed_at);
CREATE INDEX order_partner ON billing."order" (partner_id) WHERE partner_id IS NOT NULL;
CREATE INDEX checkout_partner ON billing.checkout (lower(buyer->>'email')) WHERE partner_code IS NOT NULL;

-- What one invoice earns a partner, by the terms of the day it was first paid. What is owed is
-- accrued - clawed_back - stated, and can never be more than was accrued.
CREATE TABLE billing.commission (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES billing.partner (id),
  account_id uuid,
  buyer_account_id uuid NOT NULL,
  order_id uuid NOT NULL,
  invoice_id uuid NOT NULL UNIQUE REFERENCES billing.invoice (id),
  currency char(3) NOT NULL,
  rate_ppm int,
  fixed_minor bigint,
  accrued_minor bigint NOT NULL DEFAULT 0 CHECK (accrued_minor >= 0),
  clawed_back_minor bigint NOT NULL DEFAULT 0 CHECK (clawed_back_minor BETWEEN 0 AND accrued_minor),
  -- On statements to the partner.
  stated_minor bigint NOT NULL DEFAULT 0 CHECK (stated_minor BETWEEN 0 AND accrued_minor),
  -- Held until this local day of the company, in case the money goes back.
  payable_on date NOT NULL,
  created_at timestamptz NOT NULL
);
-- A fixed commission is earned once for an order.
CREATE UNIQUE INDEX commission_fixed ON billing.commission (order_id) WHERE fixed_minor IS NOT NULL;
CREATE INDEX commission_partner ON billing.commission (partner_id, created_at, id);

-- Each movement and the event that made it; never changed.
CREATE TABLE billing.commission_entry (
  id uuid PRIMARY KEY,
  commission_id uuid NOT NULL REFERENCES billing.commission (id),
  account_id uuid,
  kind text NOT NULL CHECK (kind IN ('accrued', 'clawed_back')),
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  cause text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX commission_entry_of ON billing.commission_entry (commission_id, at);

-- What a partner is paid at once.
CREATE TABLE billing.commission_statement (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES billing.partner (id),
  account_id uuid,
  currency char(3) NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  status text NOT NULL CHECK (status IN ('open', 'paid', 'cancelled')),
  drawn_on date NOT NULL,
  drawn_at timestamptz NOT NULL,
  paid_on date,
  reference text NOT NULL DEFAULT '',
  settled_at timestamptz,
  CHECK ((status = 'paid') = (paid_on IS NOT NULL))
);
CREATE INDEX commission_statement_partner ON billing.commission_statement (partner_id, drawn_at, id);
-- One at a time, so that nothing is stated twice.
CREATE UNIQUE INDEX commission_statement_open ON billing.commission_statement (partner_id, currency) WHERE status = 'open';

-- Negative where more was stated earlier than was earned in the end.
CREATE TABLE billing.commission_statement_line (
  statement_id uuid NOT NULL REFERENCES billing.commission_statement (id),
  commission_id uuid NOT NULL REFERENCES billing.commission (id),
  account_id uuid,
  amount_minor bigint NOT NULL CHECK (amount_minor <> 0),
  PRIMARY KEY (statement_id, commission_id)
);
CREATE INDEX commission_statement_line_of ON billing.commission_statement_line (commission_id);

-- A statement says the sum of its lines.
CREATE FUNCTION billing.add_up_statement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.amount_minor <> (SELECT coalesce(sum(amount_minor), 0) FROM billing.commission_statement_line
                          WHERE statement_id = NEW.id) THEN
    RAISE EXCEPTION 'A statement is the sum of its lines' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER add_up_statement AFTER INSERT OR UPDATE ON billing.commission_statement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION billing.add_up_statement();

SELECT kernel.guard_account_rows(name) FROM unnest(ARRAY[
  'billing.partner', 'billing.referral', 'billing.commission', 'billing.commission_entry',
  'billing.commission_statement', 'billing.commission_statement_line']) AS name;
