-- What is sold, to whom, and what is owed for it. Amounts are minor units of the currency beside them.
-- Rows of customers carry account_id; db/migrations end with `kernel.guard_account_rows` for each such table.
SET LOCAL lock_timeout = '5s';

CREATE SCHEMA billing;

-- Catalogue -------------------------------------------------------------------------------------------------------

CREATE TABLE billing.product (
  id uuid PRIMARY KEY,
  key text NOT NULL UNIQUE CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text NOT NULL,
  description text NOT NULL DEFAULT '',
  kind text NOT NULL CHECK (kind IN ('course', 'service', 'consulting')),
  tax_category text NOT NULL DEFAULT 'digital_service',
  position int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  archived_at timestamptz
);

-- A way to buy a product. An add-on is bought with a subscription of the same product.
CREATE TABLE billing.offer (
  id uuid PRIMARY KEY,
  product_id uuid NOT NULL REFERENCES billing.product (id),
  key text NOT NULL UNIQUE CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text NOT NULL,
  description text NOT NULL DEFAULT '',
  kind text NOT NULL CHECK (kind IN ('one_off', 'subscription', 'addon')),
  features text[] NOT NULL DEFAULT '{}',
  trial_days int NOT NULL DEFAULT 0 CHECK (trial_days BETWEEN 0 AND 365),
  -- How long a one-off sale gives access; null: without end. Revenue is earned over these days, or over a year.
  access_days int CHECK (access_days > 0),
  position int NOT NULL DEFAULT 0,
  is_public boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL,
  archived_at timestamptz
);
CREATE INDEX offer_product ON billing.offer (product_id);

-- Never edited once used: a new price follows it, and the old one ends.
CREATE TABLE billing.price (
  id uuid PRIMARY KEY,
  offer_id uuid NOT NULL REFERENCES billing.offer (id),
  currency char(3) NOT NULL,
  scheme text NOT NULL CHECK (scheme IN ('flat', 'per_seat', 'graduated', 'volume', 'package')),
  -- flat and per_seat: of one unit; package: of one package; tiered: 0, see tiers.
  amount_minor bigint NOT NULL CHECK (amount_minor BETWEEN 0 AND 1000000000000),
  -- [{ "upTo": 10 | null, "unitMinor": 900, "flatMinor": 0 }], rising; the last has no end.
  tiers jsonb,
  package_size int CHECK (package_size > 0),
  cycle text NOT NULL CHECK (cycle IN ('once', 'instalments', 'month', 'year')),
  cycle_count int NOT NULL DEFAULT 1 CHECK (cycle_count BETWEEN 1 AND 60),
  instalments int CHECK (instalments BETWEEN 2 AND 36),
  includes_tax boolean NOT NULL DEFAULT false,
  sold_from_at timestamptz NOT NULL,
  sold_until_at timestamptz,
  used_at timestamptz,
  created_at timestamptz NOT NULL,
  CHECK ((scheme IN ('graduated', 'volume')) = (tiers IS NOT NULL)),
  CHECK ((scheme = 'package') = (package_size IS NOT NULL)),
  CHECK ((cycle = 'instalments') = (instalments IS NOT NULL)),
  CHECK (sold_until_at IS NULL OR sold_until_at >= sold_from_at)
);
CREATE INDEX price_offer ON billing.price (offer_id);

-- What an offer entitles to, by a key other modules ask for. No quantity: yes or no. With a meter, quantity is the quota
-- of one period: hard ones are never exceeded, soft ones cost overage_minor per unit beyond.
CREATE TABLE billing.offer_entitlement (
  offer_id uuid NOT NULL REFERENCES billing.offer (id),
  key text NOT NULL,
  quantity bigint CHECK (quantity >= 0),
  meter text,
  quota text CHECK (quota IN ('hard', 'soft')),
  overage_minor jsonb NOT NULL DEFAULT '{}',
  per_seat boolean NOT NULL DEFAULT false,
  PRIMARY KEY (offer_id, key),
  CHECK ((meter IS NULL) = (quota IS NULL))
);

CREATE TABLE billing.coupon (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE CHECK (code = upper(code)),
  name text NOT NULL,
  percent_ppm int CHECK (percent_ppm BETWEEN 1 AND 1000000),
  amount_minor bigint CHECK (amount_minor > 0),
  currency char(3),
  duration text NOT NULL CHECK (duration IN ('once', 'months', 'forever')),
  months int CHECK (months BETWEEN 1 AND 60),
  max_redemptions int CHECK (max_redemptions > 0),
  once_per_account boolean NOT NULL DEFAULT true,
  offer_ids uuid[],
  redeemed int NOT NULL DEFAULT 0,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz,
  created_at timestamptz NOT NULL,
  archived_at timestamptz,
  CHECK ((percent_ppm IS NULL) <> (amount_minor IS NULL)),
  CHECK ((amount_minor IS NULL) = (currency IS NULL)),
  CHECK ((duration = 'months') = (months IS NOT NULL)),
  CHECK (max_redemptions IS NULL OR redeemed <= max_redemptions)
);

-- The conditions of sale, by their words. What was accepted is kept with the order.
CREATE TABLE billing.terms (
  id uuid PRIMARY KEY,
  version text NOT NULL UNIQUE,
  body text NOT NULL,
  sha256 text NOT NULL UNIQUE,
  in_force_at timestamptz NOT NULL
);

-- Checkout and orders -----------------------------------------------------------------------------------------------

-- A visitor on the way to an order. The address of its page holds the token; here is its SHA-256.
CREATE TABLE billing.checkout (
  id uuid PRIMARY KEY,
  token_sha256 text NOT NULL UNIQUE,
  price_id uuid NOT NULL REFERENCES billing.price (id),
  quantity int NOT NULL CHECK (quantity BETWEEN 1 AND 10000),
  account_id uuid,
  person_id uuid,
  -- Who buys: { email, name, organisation, taxId, country, region, postcode, city, line1, line2 }
  buyer jsonb,
  coupon_code text,
  partner_code text,
  client_country text,
  locale text NOT NULL,
  zone text,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  order_id uuid UNIQUE
);
CREATE INDEX checkout_expiry ON billing.checkout (expires_at) WHERE order_id IS NULL;

CREATE TABLE billing."order" (
  id uuid PRIMARY KEY,
  reference text NOT NULL UNIQUE,
  account_id uuid NOT NULL,
  person_id uuid,
  checkout_id uuid UNIQUE REFERENCES billing.checkout (id),
  price_id uuid NOT NULL REFERENCES billing.price (id),
  quantity int NOT NULL CHECK (quantity BETWEEN 1 AND 10000),
  currency char(3) NOT NULL,
  provider text NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'paid', 'cancelled')),
  buyer jsonb NOT NULL,
  coupon_id uuid REFERENCES billing.coupon (id),
  terms_sha256 text NOT NULL REFERENCES billing.terms (sha256),
  terms_accepted_at timestamptz NOT NULL,
  partner_id uuid,
  placed_at timestamptz NOT NULL,
  paid_at timestamptz,
  cancelled_at timestamptz
);
CREATE INDEX order_account ON billing."order" (account_id, placed_at);
CREATE INDEX order_list ON billing."order" (placed_at, id);

CREATE TABLE billing.coupon_redemption (
  id uuid PRIMARY KEY,
  coupon_id uuid NOT NULL REFERENCES billing.coupon (id),
  account_id uuid NOT NULL,
  order_id uuid NOT NULL UNIQUE REFERENCES billing."order" (id),
  redeemed_at timestamptz NOT NULL
);
CREATE INDEX coupon_redemption_account ON billing.coupon_redemption (account_id, coupon_id);

-- What was bought once: a course, an hour. Paid at once or in instalments.
CREATE TABLE billing.purchase (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  order_id uuid NOT NULL UNIQUE REFERENCES billing."order" (id),
  offer_id uuid NOT NULL REFERENCES billing.offer (id),
  price_id uuid NOT NULL REFERENCES billing.price (id),
  quantity int NOT NULL,
  status text NOT NULL CHECK (status IN ('pending', 'active', 'suspended', 'refunded', 'cancelled')),
  access_from_at timestamptz,
  access_until_at timestamptz,
  created_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX purchase_account ON billing.purchase (account_id);

CREATE TABLE billing.instalment (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  purchase_id uuid NOT NULL REFERENCES billing.purchase (id),
  position int NOT NULL,
  due_on date NOT NULL,
  amount_minor bigint NOT NULL,
  currency char(3) NOT NULL,
  invoice_id uuid,
  cancelled_at timestamptz,
  UNIQUE (purchase_id, position)
);
CREATE INDEX instalment_due ON billing.instalment (due_on) WHERE invoice_id IS NULL AND cancelled_at IS NULL;

-- Periods are half-open local days of `zone`, counted from anchor_on so that the 31st stays the 31st.
CREATE TABLE billing.subscription (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  order_id uuid UNIQUE REFERENCES billing."order" (id),
  offer_id uuid NOT NULL REFERENCES billing.offer (id),
  price_id uuid NOT NULL REFERENCES billing.price (id),
  quantity int NOT NULL CHECK (quantity BETWEEN 1 AND 10000),
  currency char(3) NOT NULL,
  zone text NOT NULL,
  status text NOT NULL CHECK (status IN
    ('incomplete', 'trialing', 'active', 'past_due', 'suspended', 'paused', 'cancelled')),
  anchor_on date,
  -- How many periods have begun since the anchor; the next one is number period_index.
  period_index int NOT NULL DEFAULT 0,
  period_starts_on date,
  period_ends_on date,
  trial_ends_on date,
  cancel_on date,
  paused_on date,
  resumes_on date,
  -- A change that waits for the end of the period: { priceId, quantity }
  pending_change jsonb,
  coupon_id uuid REFERENCES billing.coupon (id),
  coupon_until_on date,
  payment_method_id uuid,
  provider text NOT NULL,
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  version int NOT NULL DEFAULT 1
);
CREATE INDEX subscription_account ON billing.subscription (account_id);
CREATE INDEX subscription_due ON billing.subscription (period_ends_on)
  WHERE status IN ('trialing', 'active', 'past_due', 'paused');
CREATE INDEX subscription_list ON billing.subscription (created_at, id);

CREATE TABLE billing.subscription_addon (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  subscription_id uuid NOT NULL REFERENCES billing.subscription (id),
  price_id uuid NOT NULL REFERENCES billing.price (id),
  quantity int NOT NULL CHECK (quantity BETWEEN 1 AND 10000),
  added_on date NOT NULL,
  removed_on date
);
CREATE INDEX subscription_addon_of ON billing.subscription_addon (subscription_id);

-- One row a period begun; the key makes billing it twice impossible.
CREATE TABLE billing.subscription_period (
  subscription_id uuid NOT NULL REFERENCES billing.subscription (id),
  account_id uuid NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL CHECK (ends_on > starts_on),
  invoice_id uuid,
  billed_at timestamptz NOT NULL,
  PRIMARY KEY (subscription_id, starts_on)
);

-- The history of a subscription's worth; never changed. Movements of recurring revenue are read off it.
CREATE TABLE billing.subscription_state (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  subscription_id uuid NOT NULL REFERENCES billing.subscription (id),
  from_at timestamptz NOT NULL,
  status text NOT NULL,
  -- Paid access that counts: active or past due, no trial.
  is_active boolean NOT NULL,
  mrr_minor bigint NOT NULL,
  currency char(3) NOT NULL,
  cause text NOT NULL,
  cause_id uuid
);
CREATE INDEX subscription_state_order ON billing.subscription_state (subscription_id, from_at, id);
CREATE INDEX subscription_state_time ON billing.subscription_state (from_at);

-- What an account may use, since when and until when; the reason beside it.
CREATE TABLE billing.entitlement_grant (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  key text NOT NULL,
  quantity bigint,
  meter text,
  quota text,
  overage_minor bigint,
  source_kind text NOT NULL CHECK (source_kind IN ('subscription', 'purchase', 'staff')),
  source_id uuid NOT NULL,
  from_at timestamptz NOT NULL,
  until_at timestamptz,
  CHECK (until_at IS NULL OR until_at >= from_at)
);
CREATE INDEX entitlement_grant_account ON billing.entitlement_grant (account_id, key);
CREATE INDEX entitlement_grant_source ON billing.entitlement_grant (source_id) WHERE until_at IS NULL;

-- Invoices ----------------------------------------------------------------------------------------------------------

-- Numbers without gaps: the row is locked for the instant of issuing.
CREATE TABLE billing.invoice_series (
  key text PRIMARY KEY,
  prefix text NOT NULL,
  next_number bigint NOT NULL DEFAULT 1
);

CREATE TABLE billing.invoice (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('invoice', 'credit_note')),
  -- What it was drawn for, such as subscription:<id>:2027-02-28; one invoice each.
  source_key text NOT NULL UNIQUE,
  source_kind text NOT NULL CHECK (source_kind IN ('order', 'instalment', 'renewal', 'change', 'manual', 'credit')),
  order_id uuid,
  purchase_id uuid,
  subscription_id uuid,
  corrects_invoice_id uuid REFERENCES billing.invoice (id),
  series text REFERENCES billing.invoice_series (key),
  number bigint,
  full_number text UNIQUE,
  status text NOT NULL CHECK (status IN ('draft', 'open', 'paid', 'void', 'uncollectible')),
  currency char(3) NOT NULL,
  -- Net of discounts. total = net + tax. Of a credit note all are positive: what is given back.
  net_minor bigint NOT NULL,
  tax_minor bigint NOT NULL,
  total_minor bigint NOT NULL,
  discount_minor bigint NOT NULL DEFAULT 0,
  -- Money and credit applied, and credit notes written, so far.
  paid_minor bigint NOT NULL DEFAULT 0,
  credited_minor bigint NOT NULL DEFAULT 0,
  issued_at timestamptz,
  issued_on date,
  due_on date,
  paid_at timestamptz,
  voided_at timestamptz,
  written_off_at timestamptz,
  locale text NOT NULL,
  -- Seller and customer as they were at issue.
  seller jsonb NOT NULL,
  customer jsonb NOT NULL,
  tax_evidence jsonb NOT NULL DEFAULT '{}',
  -- ISO 11649 creditor reference to pay under.
  payment_reference text UNIQUE,
  note text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  UNIQUE (series, number),
  CHECK (total_minor = net_minor + tax_minor),
  CHECK (paid_minor >= 0 AND credited_minor >= 0 AND paid_minor + credited_minor <= total_minor),
  CHECK ((number IS NULL) = (status = 'draft')),
  CHECK ((kind = 'credit_note') = (corrects_invoice_id IS NOT NULL))
);
CREATE INDEX invoice_account ON billing.invoice (account_id, issued_at);
CREATE INDEX invoice_open ON billing.invoice (due_on) WHERE status = 'open' AND kind = 'invoice';
CREATE INDEX invoice_list ON billing.invoice (created_at, id);
CREATE INDEX invoice_subscription ON billing.invoice (subscription_id) WHERE subscription_id IS NOT NULL;
CREATE INDEX invoice_corrects ON billing.invoice (corrects_invoice_id) WHERE corrects_invoice_id IS NOT NULL;

CREATE TABLE billing.invoice_line (
  invoice_id uuid NOT NULL REFERENCES billing.invoice (id),
  account_id uuid NOT NULL,
  position int NOT NULL,
  description text NOT NULL,
  quantity numeric NOT NULL,
  -- Of one unit before discount, as the price says it; null where tiers make no single one.
  unit_minor bigint,
  discount_minor bigint NOT NULL,
  net_minor bigint NOT NULL,
  tax_minor bigint NOT NULL,
  tax_jurisdiction text NOT NULL,
  -- EN 16931 category: S standard, Z zero, E exempt, AE reverse charge, O outside of scope.
  tax_code text NOT NULL CHECK (tax_code IN ('S', 'Z', 'E', 'AE', 'O')),
  tax_rate_ppm int NOT NULL,
  offer_id uuid,
  price_id uuid,
  -- Half-open; null: begins when it is paid.
  period_starts_on date,
  period_ends_on date,
  -- How it is earned: over the period, over access days from payment, or at once.
  revenue text NOT NULL CHECK (revenue IN ('subscription', 'course', 'service', 'usage')),
  earned_days int,
  tax_reason text,
  tax_category text NOT NULL,
  -- Of a credit note: the line of the corrected invoice it gives back.
  corrects_position int,
  PRIMARY KEY (invoice_id, position)
);

CREATE TABLE billing.invoice_tax (
  invoice_id uuid NOT NULL REFERENCES billing.invoice (id),
  account_id uuid NOT NULL,
  jurisdiction text NOT NULL,
  code text NOT NULL,
  rate_ppm int NOT NULL,
  net_minor bigint NOT NULL,
  tax_minor bigint NOT NULL,
  reason text,
  PRIMARY KEY (invoice_id, jurisdiction, code, rate_ppm)
);

-- What was issued stays as it was; only its settlement moves.
CREATE FUNCTION billing.keep_issued() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.number IS NOT NULL THEN
      RAISE EXCEPTION 'An issued invoice is never deleted' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.number IS NOT NULL AND
     (to_jsonb(NEW) - '{status,paid_minor,credited_minor,paid_at,voided_at,written_off_at}'::text[])
     IS DISTINCT FROM
     (to_jsonb(OLD) - '{status,paid_minor,credited_minor,paid_at,voided_at,written_off_at}'::text[]) AND
     NOT kernel.moves_account(to_jsonb(OLD), to_jsonb(NEW)) THEN
    RAISE EXCEPTION 'An issued invoice is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_issued BEFORE UPDATE OR DELETE ON billing.invoice
  FOR EACH ROW EXECUTE FUNCTION billing.keep_issued();

CREATE FUNCTION billing.keep_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND kernel.moves_account(to_jsonb(OLD), to_jsonb(NEW)) THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT FROM billing.invoice WHERE id = OLD.invoice_id AND number IS NOT NULL) THEN
    RAISE EXCEPTION 'Lines of an issued invoice are never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER keep_lines BEFORE UPDATE OR DELETE ON billing.invoice_line
  FOR EACH ROW EXECUTE FUNCTION billing.keep_lines();
CREATE TRIGGER keep_lines BEFORE UPDATE OR DELETE ON billing.invoice_tax
  FOR EACH ROW EXECUTE FUNCTION billing.keep_lines();

-- The documents of an invoice as they were made: the PDF (with its e-invoice inside), the XML, the receipt. Made once.
CREATE TABLE billing.invoice_file (
  invoice_id uuid NOT NULL REFERENCES billing.invoice (id),
  account_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('pdf', 'ubl', 'cii', 'receipt')),
  file_id uuid NOT NULL UNIQUE,
  sha256 text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (invoice_id, kind)
);
CREATE TRIGGER keep_lines BEFORE UPDATE OR DELETE ON billing.invoice_file
  FOR EACH ROW EXECUTE FUNCTION billing.keep_lines();

-- Money ---------------------------------------------------------------------------------------------------------------

CREATE TABLE billing.payment_method (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  provider text NOT NULL,
  provider_customer text,
  provider_ref text NOT NULL,
  label text NOT NULL,
  expires_on date,
  is_default boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  removed_at timestamptz,
  UNIQUE (provider, provider_ref)
);
CREATE UNIQUE INDEX payment_method_default ON billing.payment_method (account_id)
  WHERE is_default AND removed_at IS NULL;

-- One try to collect an invoice. The key is stored before the provider is called; while an attempt lives, no other may.
CREATE TABLE billing.payment_attempt (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  invoice_id uuid NOT NULL REFERENCES billing.invoice (id),
  position int NOT NULL,
  provider text NOT NULL,
  payment_method_id uuid REFERENCES billing.payment_method (id),
  idempotency_key text NOT NULL UNIQUE,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  currency char(3) NOT NULL,
  status text NOT NULL CHECK (status IN
    ('created', 'requires_action', 'pending', 'succeeded', 'failed', 'unknown', 'abandoned')),
  provider_ref text,
  action_url text,
  failure_code text,
  failure text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (invoice_id, position)
);
CREATE UNIQUE INDEX payment_attempt_live ON billing.payment_attempt (invoice_id)
  WHERE status IN ('created', 'requires_action', 'pending', 'unknown');
CREATE UNIQUE INDEX payment_attempt_ref ON billing.payment_attempt (provider, provider_ref)
  WHERE provider_ref IS NOT NULL;

-- Money that arrived; once each, whatever how often it is told.
CREATE TABLE billing.payment (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  provider text NOT NULL,
  provider_ref text NOT NULL,
  attempt_id uuid REFERENCES billing.payment_attempt (id),
  currency char(3) NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  fee_minor bigint NOT NULL DEFAULT 0,
  refunded_minor bigint NOT NULL DEFAULT 0,
  received_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (provider, provider_ref),
  CHECK (refunded_minor BETWEEN 0 AND amount_minor)
);
CREATE INDEX payment_account ON billing.payment (account_id);
CREATE INDEX payment_time ON billing.payment (received_at);

-- Which invoice got which part; negative: taken off again by a credit note or a returned payment. Source "credit" is
-- customer credit, and has no payment.
CREATE TABLE billing.allocation (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  invoice_id uuid NOT NULL REFERENCES billing.invoice (id),
  payment_id uuid REFERENCES billing.payment (id),
  source text NOT NULL CHECK (source IN ('payment', 'credit')),
  amount_minor bigint NOT NULL CHECK (amount_minor <> 0),
  allocated_at timestamptz NOT NULL,
  CHECK ((source = 'payment') = (payment_id IS NOT NULL))
);
CREATE INDEX allocation_invoice ON billing.allocation (invoice_id);
CREATE INDEX allocation_payment ON billing.allocation (payment_id);

-- What the company owes a customer: overpaid, credited. The balance is the sum.
CREATE TABLE billing.credit_entry (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  currency char(3) NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor <> 0),
  reason text NOT NULL,
  source_key text NOT NULL UNIQUE,
  at timestamptz NOT NULL
);
CREATE INDEX credit_entry_account ON billing.credit_entry (account_id, currency);

CREATE TABLE billing.refund (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  payment_id uuid NOT NULL REFERENCES billing.payment (id),
  invoice_id uuid NOT NULL REFERENCES billing.invoice (id),
  credit_note_id uuid REFERENCES billing.invoice (id),
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  currency char(3) NOT NULL,
  reason text NOT NULL,
  provider text NOT NULL,
  idempotency_key text NOT NULL UNIQUE,
  provider_ref text,
  status text NOT NULL CHECK (status IN ('created', 'pending', 'succeeded', 'failed', 'unknown')),
  requested_by uuid,
  requested_at timestamptz NOT NULL,
  settled_at timestamptz
);
CREATE INDEX refund_invoice ON billing.refund (invoice_id);
CREATE INDEX refund_time ON billing.refund (settled_at);

CREATE TABLE billing.dispute (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  payment_id uuid NOT NULL REFERENCES billing.payment (id),
  provider_ref text NOT NULL UNIQUE,
  amount_minor bigint NOT NULL,
  currency char(3) NOT NULL,
  fee_minor bigint NOT NULL DEFAULT 0,
  status text NOT NULL CHECK (status IN ('open', 'won', 'lost')),
  reason text NOT NULL DEFAULT '',
  opened_at timestamptz NOT NULL,
  closed_at timestamptz
);

-- Where an unpaid invoice stands in the schedule of reminders and retries.
CREATE TABLE billing.dunning (
  invoice_id uuid PRIMARY KEY REFERENCES billing.invoice (id),
  account_id uuid NOT NULL,
  step int NOT NULL DEFAULT 0,
  next_at timestamptz,
  started_at timestamptz NOT NULL,
  suspended_at timestamptz,
  ended_at timestamptz,
  outcome text CHECK (outcome IN ('paid', 'written_off', 'void', 'stopped'))
);
CREATE INDEX dunning_next ON billing.dunning (next_at) WHERE ended_at IS NULL;

SELECT kernel.guard_account_rows(name) FROM unnest(ARRAY[
  'billing.checkout', 'billing.order', 'billing.coupon_redemption', 'billing.purchase', 'billing.instalment', 'billing.subscription',
  'billing.subscription_addon', 'billing.subscription_period', 'billing.subscription_state',
  'billing.entitlement_grant', 'billing.invoice', 'billing.invoice_line', 'billing.invoice_tax', 'billing.invoice_file',
  'billing.payment_method', 'billing.payment_attempt', 'billing.payment', 'billing.allocation',
  'billing.credit_entry', 'billing.refund', 'billing.dispute', 'billing.dunning']) AS name;
