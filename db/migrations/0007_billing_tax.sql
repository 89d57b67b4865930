-- Tax: dated rates, where it is due, the proof of why.
SET LOCAL lock_timeout = '5s';

-- Rates that staff added; those known when a version was made come with it (rules/tax/rates). A rate is never edited: the
-- next one follows it. One that was entered wrongly can be withdrawn until its day comes.
CREATE TABLE billing.tax_rate (
  id uuid PRIMARY KEY,
  -- ISO country, "US-NY" for a state, "PT-20" for a region with rates of its own.
  jurisdiction text NOT NULL CHECK (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
  valid_from date NOT NULL,
  rate_ppm int NOT NULL CHECK (rate_ppm BETWEEN 0 AND 500000),
  taxes_digital boolean NOT NULL DEFAULT true,
  taxes_services boolean NOT NULL DEFAULT true,
  -- Where it was read: a law, a page of the tax authority.
  source text NOT NULL,
  added_at timestamptz NOT NULL,
  added_by uuid,
  withdrawn_at timestamptz
);
CREATE UNIQUE INDEX tax_rate_day ON billing.tax_rate (jurisdiction, valid_from) WHERE withdrawn_at IS NULL;

CREATE FUNCTION billing.keep_tax_rate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (to_jsonb(NEW) - 'withdrawn_at') IS DISTINCT FROM (to_jsonb(OLD) - 'withdrawn_at') THEN
    RAISE EXCEPTION 'A tax rate is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_tax_rate BEFORE UPDATE OR DELETE ON billing.tax_rate
  FOR EACH ROW EXECUTE FUNCTION billing.keep_tax_rate();

-- What was found out about a tax id, each time it was asked for; the proof behind a reverse charge. Of no account: the
-- same number may be given by several, and holds no name.
CREATE TABLE billing.tax_id_check (
  id uuid PRIMARY KEY,
  -- As rules/tax/tax-id-format.ts writes it: "DE136695976", "EL094259216".
  number text NOT NULL,
  country char(2) NOT NULL,
  result text NOT NULL CHECK (result IN ('valid', 'invalid', 'format_only', 'unavailable')),
  source text NOT NULL CHECK (source IN ('format', 'vies', 'staff')),
  -- The register's own number of the inquiry, or what staff wrote down as proof.
  consultation text,
  -- SHA-256 of the register's answer as it came.
  answer_sha256 text,
  checked_at timestamptz NOT NULL,
  checked_by uuid
);
CREATE INDEX tax_id_check_number ON billing.tax_id_check (number, checked_at);

-- Somebody looked at what was doubtful about the tax of an invoice.
CREATE TABLE billing.tax_review (
  invoice_id uuid PRIMARY KEY REFERENCES billing.invoice (id),
  account_id uuid NOT NULL,
  note text NOT NULL,
  reviewed_at timestamptz NOT NULL,
  reviewed_by uuid
);
SELECT kernel.guard_account_rows('billing.tax_review');

-- Invoices with something to look at, and the return of a quarter.
CREATE INDEX invoice_tax_flagged ON billing.invoice (issued_on)
  WHERE issued_on IS NOT NULL AND coalesce(tax_evidence -> 'flags', '[]') <> '[]';
CREATE INDEX invoice_issued_on ON billing.invoice (issued_on) WHERE issued_on IS NOT NULL;

-- Numbers to ask the register about; one row each, however often they are given. next_at null: nothing more to ask.
CREATE TABLE billing.tax_id_inquiry (
  number text PRIMARY KEY,
  country char(2) NOT NULL,
  requested_at timestamptz NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  next_at timestamptz
);
CREATE INDEX tax_id_inquiry_next ON billing.tax_id_inquiry (next_at) WHERE next_at IS NOT NULL;

-- Dunning: how far it is. Days are local days of the company.
ALTER TABLE billing.dunning
  -- The step whose retry of the saved method was made; its mail follows if that brought nothing.
  ADD COLUMN retried_step int NOT NULL DEFAULT 0,
  ADD COLUMN first_reminded_on date,
  ADD COLUMN last_reminded_at timestamptz,
  -- Staff agreed with the customer to wait until this day.
  ADD COLUMN held_until_on date,
  ADD COLUMN note text NOT NULL DEFAULT '';
CREATE INDEX dunning_open ON billing.dunning (started_at, invoice_id) WHERE ended_at IS NULL;

-- The day of expiry a customer was told about; the next card of theirs is told about anew.
ALTER TABLE billing.payment_method ADD COLUMN expiry_told_on date;
CREATE INDEX payment_method_expiry ON billing.payment_method (expires_on) WHERE removed_at IS NULL;
