-- The books: double entry, what is earned and what is still owed.
SET LOCAL lock_timeout = '5s';

CREATE TABLE billing.ledger_account (
  code text PRIMARY KEY CHECK (code ~ '^[a-z]+(_[a-z]+)*$'),
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('asset', 'liability', 'income', 'expense')),
  position int NOT NULL UNIQUE
);

-- The chart; src/modules/billing/rules/ledger/accounts.ts says the same, and a test holds them together.
INSERT INTO billing.ledger_account (position, code, name, kind) VALUES
  (1, 'bank', 'Bank', 'asset'),
  (2, 'provider_clearing', 'Payment providers', 'asset'),
  (3, 'receivables', 'Receivables', 'asset'),
  (4, 'disputed', 'Disputed payments', 'asset'),
  (5, 'currency_exchange', 'Currency exchange', 'asset'),
  (6, 'deferred_revenue', 'Deferred revenue', 'liability'),
  (7, 'customer_credit', 'Customer credit', 'liability'),
  (8, 'refunds_payable', 'Refunds under way', 'liability'),
  (9, 'tax_payable', 'Tax owed', 'liability'),
  (10, 'commissions_payable', 'Commissions owed', 'liability'),
  (11, 'revenue_subscription', 'Subscription revenue', 'income'),
  (12, 'revenue_course', 'Course revenue', 'income'),
  (13, 'revenue_service', 'Service revenue', 'income'),
  (14, 'revenue_usage', 'Usage revenue', 'income'),
  (15, 'exchange_gains', 'Exchange gains', 'income'),
  (16, 'fees', 'Payment fees', 'expense'),
  (17, 'bad_debt', 'Invoices written off', 'expense'),
  (18, 'dispute_losses', 'Lost disputes', 'expense'),
  (19, 'goodwill', 'Goodwill credit', 'expense'),
  (20, 'commissions', 'Partner commissions', 'expense'),
  (21, 'exchange_losses', 'Exchange losses', 'expense');

-- One thing that happened, once for each ref. account_id is the customer it concerns; recognition of many has none.
CREATE TABLE billing.journal (
  id uuid PRIMARY KEY,
  ref text NOT NULL UNIQUE,
  -- The day it counts for, in the company's zone, and when it was written down.
  booked_on date NOT NULL,
  booked_at timestamptz NOT NULL,
  kind text NOT NULL,
  text text NOT NULL,
  account_id uuid,
  reverses_id uuid UNIQUE REFERENCES billing.journal (id),
  written_in xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX journal_day ON billing.journal (booked_on, id);
CREATE INDEX journal_customer ON billing.journal (account_id, booked_on) WHERE account_id IS NOT NULL;

-- Debit is positive, credit negative. The customer is repeated so that row-level security sees it.
CREATE TABLE billing.posting (
  journal_id uuid NOT NULL REFERENCES billing.journal (id),
  position int NOT NULL,
  account text NOT NULL REFERENCES billing.ledger_account (code),
  currency char(3) NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor <> 0),
  -- Of tax alone: whom it is owed to.
  jurisdiction text,
  account_id uuid,
  PRIMARY KEY (journal_id, position),
  CHECK ((account = 'tax_payable') = (jurisdiction IS NOT NULL))
);
CREATE INDEX posting_account ON billing.posting (account, currency) INCLUDE (amount_minor);

-- What is written stays written; a correction is a journal of its own.
CREATE FUNCTION billing.keep_books() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The customer a journal concerns may turn out to be another one; what it says of money stays.
  IF TG_OP = 'UPDATE' THEN
    IF kernel.moves_account(to_jsonb(OLD), to_jsonb(NEW)) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'The books are never changed, only added to' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER keep_books BEFORE UPDATE OR DELETE ON billing.journal
  FOR EACH ROW EXECUTE FUNCTION billing.keep_books();
CREATE TRIGGER keep_books BEFORE UPDATE OR DELETE ON billing.posting
  FOR EACH ROW EXECUTE FUNCTION billing.keep_books();
CREATE TRIGGER keep_all_books BEFORE TRUNCATE ON billing.journal
  FOR EACH STATEMENT EXECUTE FUNCTION billing.keep_books();
CREATE TRIGGER keep_all_books BEFORE TRUNCATE ON billing.posting
  FOR EACH STATEMENT EXECUTE FUNCTION billing.keep_books();

-- At the end of its transaction a journal has two postings at least and sums to nothing in every currency.
CREATE FUNCTION billing.balance_journal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_journal record;
BEGIN
  SELECT coalesce(sum(n), 0) AS postings, coalesce(bool_or(total <> 0), false) AS uneven INTO of_journal
    FROM (SELECT count(*) AS n, sum(amount_minor) AS total FROM billing.posting
          WHERE journal_id = NEW.id GROUP BY currency) AS by_currency;
  IF of_journal.postings < 2 OR of_journal.uneven THEN
    RAISE EXCEPTION 'Journal % does not balance', NEW.ref USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER balance_journal AFTER INSERT ON billing.journal
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION billing.balance_journal();

-- Nothing is added to a journal of an earlier transaction: it was balanced when that one ended.
CREATE FUNCTION billing.close_journal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM added JOIN billing.journal j ON j.id = added.journal_id
             WHERE j.written_in <> pg_current_xact_id()) THEN
    RAISE EXCEPTION 'A journal is closed once it is written' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER close_journal AFTER INSERT ON billing.posting REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION billing.close_journal();

-- How a line of an invoice is earned: evenly by day from from_on until until_on (half-open), on the day where both are one.
-- Without from_on it waits for payment. Amounts have the sign of the line. What is left to earn is
-- amount - earned - returned; returned came back before it was earned, reversed after.
CREATE TABLE billing.revenue_schedule (
  invoice_id uuid NOT NULL REFERENCES billing.invoice (id),
  account_id uuid NOT NULL,
  position int NOT NULL,
  revenue text NOT NULL CHECK (revenue IN ('subscription', 'course', 'service', 'usage')),
  currency char(3) NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor <> 0),
  earned_minor bigint NOT NULL DEFAULT 0,
  returned_minor bigint NOT NULL DEFAULT 0,
  reversed_minor bigint NOT NULL DEFAULT 0,
  -- The part of what was returned that a write-off took, which can be undone.
  written_off_minor bigint NOT NULL DEFAULT 0,
  earned_days int CHECK (earned_days > 0),
  from_on date,
  until_on date,
  -- Days before it are earned.
  earned_until_on date,
  -- Once something came back, the rest is spread anew from here, where so much was earned.
  based_on date,
  based_minor bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (invoice_id, position),
  CHECK (num_nulls(from_on, until_on, earned_until_on, based_on) IN (0, 4)),
  CHECK (from_on <= based_on AND based_on <= earned_until_on AND earned_until_on <= until_on),
  CHECK (abs(earned_minor + returned_minor) <= abs(amount_minor) AND abs(reversed_minor) <= abs(earned_minor))
);
CREATE INDEX revenue_schedule_due ON billing.revenue_schedule (earned_until_on)
  WHERE earned_until_on < until_on AND amount_minor <> earned_minor + returned_minor;
CREATE INDEX revenue_schedule_left ON billing.revenue_schedule (currency)
  WHERE amount_minor <> earned_minor + returned_minor;

SELECT kernel.guard_account_rows(name)
  FROM unnest(ARRAY['billing.journal', 'billing.posting', 'billing.revenue_schedule']) AS name;
