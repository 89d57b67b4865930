-- Payments: what providers and bank statements said, and what became of it.
SET LOCAL lock_timeout = '5s';

-- Providers ---------------------------------------------------------------------------------------------------------

-- `checkout`: the customer is there and goes to the provider's page; `charge`: a saved method, without the customer.
-- While claimed_until lies ahead, one process is asking the provider, and no other does.
ALTER TABLE billing.payment_attempt
  ADD COLUMN flow text NOT NULL DEFAULT 'charge' CHECK (flow IN ('checkout', 'charge')),
  ADD COLUMN return_path text,
  ADD COLUMN claimed_until timestamptz;
ALTER TABLE billing.refund ADD COLUMN claimed_until timestamptz;
CREATE INDEX refund_waiting ON billing.refund (requested_at) WHERE status IN ('created', 'pending', 'unknown');
CREATE INDEX payment_attempt_waiting ON billing.payment_attempt (updated_at)
  WHERE status IN ('created', 'requires_action', 'pending', 'unknown');
CREATE INDEX payment_attempt_account ON billing.payment_attempt (account_id);

-- Under which name a provider knows an account.
CREATE TABLE billing.provider_customer (
  account_id uuid NOT NULL,
  provider text NOT NULL,
  ref text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, provider)
);

-- A customer on the way to saving a payment method.
CREATE TABLE billing.method_setup (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  provider text NOT NULL,
  idempotency_key text NOT NULL UNIQUE,
  status text NOT NULL CHECK (status IN ('created', 'requires_action', 'succeeded', 'failed')),
  return_path text NOT NULL,
  provider_ref text,
  action_url text,
  payment_method_id uuid REFERENCES billing.payment_method (id),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX method_setup_account ON billing.method_setup (account_id);
CREATE INDEX method_setup_waiting ON billing.method_setup (updated_at) WHERE status IN ('created', 'requires_action');

-- What a provider told, word for word. A hint: the object it names is fetched before anything is believed. Words go
-- after 90 days, the row stays so that nothing is taken twice.
CREATE TABLE billing.provider_event (
  id uuid PRIMARY KEY,
  provider text NOT NULL,
  event_id text NOT NULL,
  type text NOT NULL,
  ref text,
  payload text,
  source text NOT NULL CHECK (source IN ('webhook', 'poll')),
  status text NOT NULL CHECK (status IN ('received', 'processed', 'ignored', 'failed')),
  outcome text NOT NULL DEFAULT '',
  occurred_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  processed_at timestamptz,
  UNIQUE (provider, event_id)
);
CREATE INDEX provider_event_open ON billing.provider_event (received_at) WHERE status IN ('received', 'failed');
CREATE INDEX provider_event_worded ON billing.provider_event (received_at) WHERE payload IS NOT NULL;

-- How far a provider's own list of events was read.
CREATE TABLE billing.provider_cursor (
  provider text PRIMARY KEY,
  cursor text,
  polled_at timestamptz NOT NULL
);

-- The provider of sandbox mode keeps here what another keeps at its own house. `captures` counts how often money was
-- taken: more than once would be a fault of ours.
CREATE TABLE billing.sandbox_object (
  ref text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('payment', 'setup', 'refund', 'dispute')),
  idempotency_key text UNIQUE,
  status text NOT NULL,
  script text NOT NULL DEFAULT 'succeed',
  -- Of a payment: the attempt; of a setup: the setup; of a refund: the refund.
  subject_id uuid,
  account_id uuid,
  payment_ref text,
  amount_minor bigint NOT NULL DEFAULT 0,
  currency char(3),
  captures int NOT NULL DEFAULT 0,
  return_path text,
  -- When something happens by itself next, on the house's clock.
  due_at timestamptz,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL
);
CREATE INDEX sandbox_object_due ON billing.sandbox_object (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE billing.sandbox_event (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  type text NOT NULL,
  ref text NOT NULL,
  at timestamptz NOT NULL
);

-- Bank statements -----------------------------------------------------------------------------------------------------

CREATE TABLE billing.bank_statement (
  id uuid PRIMARY KEY,
  -- IBAN or other number, without spaces; '-' where the file says none.
  bank_account text NOT NULL,
  format text NOT NULL CHECK (format IN ('csv', 'camt053')),
  file_name text NOT NULL,
  sha256 text NOT NULL UNIQUE,
  statement_ref text,
  currency char(3) NOT NULL,
  from_on date NOT NULL,
  to_on date NOT NULL,
  lines int NOT NULL,
  new_lines int NOT NULL,
  imported_at timestamptz NOT NULL,
  imported_by uuid
);
CREATE INDEX bank_statement_list ON billing.bank_statement (imported_at, id);

-- A booked movement of the company's account, once each, whichever files tell of it. Positive: money came in.
CREATE TABLE billing.bank_line (
  id uuid PRIMARY KEY,
  statement_id uuid NOT NULL REFERENCES billing.bank_statement (id),
  position int NOT NULL,
  bank_account text NOT NULL,
  line_key text NOT NULL,
  booked_on date NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor <> 0),
  currency char(3) NOT NULL,
  payer_name text NOT NULL DEFAULT '',
  payer_iban text,
  remittance text NOT NULL DEFAULT '',
  bank_ref text,
  is_reversal boolean NOT NULL DEFAULT false,
  status text NOT NULL CHECK (status IN ('new', 'matched', 'suggested', 'unmatched', 'ignored')),
  -- Why it stands where it stands, in a sentence.
  reason text NOT NULL DEFAULT '',
  -- What the house would match it with.
  suggested_account_id uuid,
  suggested_invoice_ids uuid[] NOT NULL DEFAULT '{}',
  payment_id uuid REFERENCES billing.payment (id),
  -- How often it was matched: part of the payment's reference, as one that was taken back keeps its own.
  matches int NOT NULL DEFAULT 0,
  decided_at timestamptz,
  decided_by uuid,
  UNIQUE (bank_account, line_key),
  CHECK ((status = 'matched') = (payment_id IS NOT NULL))
);
CREATE INDEX bank_line_list ON billing.bank_line (status, booked_on, id);
CREATE INDEX bank_line_statement ON billing.bank_line (statement_id, position);
CREATE INDEX bank_line_payer ON billing.bank_line (payer_iban) WHERE status = 'matched' AND payer_iban IS NOT NULL;
CREATE INDEX bank_line_payment ON billing.bank_line (payment_id) WHERE payment_id IS NOT NULL;

-- Which column means what, for files with these columns: guessed once, put right by people, kept.
CREATE TABLE billing.statement_layout (
  header_sha256 text PRIMARY KEY,
  layout jsonb NOT NULL,
  used_at timestamptz NOT NULL
);

-- A file looked at and not imported; kept a day.
CREATE TABLE billing.statement_draft (
  id uuid PRIMARY KEY,
  file_name text NOT NULL,
  raw bytea NOT NULL,
  layout jsonb,
  created_at timestamptz NOT NULL,
  created_by uuid
);

-- Matched by mistake: the money was never this customer's. The books take it back by reversal.
ALTER TABLE billing.payment ADD COLUMN returned_at timestamptz;

-- What is open under this amount: how a line without a reference finds its invoice.
CREATE INDEX invoice_open_amount ON billing.invoice (currency, (total_minor - paid_minor - credited_minor))
  WHERE status = 'open' AND kind = 'invoice';

SELECT kernel.guard_account_rows(name) FROM unnest(ARRAY['billing.provider_customer', 'billing.method_setup']) AS name;

-- Nobody's rows: no customer's operation sees any of them.
DO $$
DECLARE house text;
BEGIN
  FOREACH house IN ARRAY ARRAY['provider_event', 'provider_cursor', 'sandbox_object', 'sandbox_event', 'bank_statement',
                               'bank_line', 'statement_layout', 'statement_draft'] LOOP
    EXECUTE format('ALTER TABLE billing.%I ENABLE ROW LEVEL SECURITY', house);
    EXECUTE format('CREATE POLICY house ON billing.%I TO cairn_app USING (true) WITH CHECK (true)', house);
  END LOOP;
END $$;
