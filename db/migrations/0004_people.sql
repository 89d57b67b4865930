-- Customers: accounts, who belongs to them, what they consented to. Who signs in stands in auth.person.
SET LOCAL lock_timeout = '5s';

CREATE SCHEMA people;

-- One human's own affairs, or an organisation's. Columns of the address are empty rather than null where unknown.
CREATE TABLE people.account (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('individual', 'organisation')),
  name text NOT NULL,
  -- What another system calls this customer; of the last import.
  external_id text UNIQUE,
  -- Where invoices go; null: to the account's owner.
  billing_email text CHECK (billing_email = lower(billing_email)),
  tax_id text,
  country char(2) CHECK (country ~ '^[A-Z]{2}$'),
  region text NOT NULL DEFAULT '',
  postcode text NOT NULL DEFAULT '',
  city text NOT NULL DEFAULT '',
  line1 text NOT NULL DEFAULT '',
  line2 text NOT NULL DEFAULT '',
  currency char(3) NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  locale text NOT NULL,
  zone text NOT NULL,
  -- How many members it may have; null: as many as it likes.
  seat_limit int CHECK (seat_limit > 0),
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- Everything of a merged account belongs to another one from then on.
  merged_into_id uuid REFERENCES people.account (id),
  erased_at timestamptz
);
CREATE INDEX account_list ON people.account (created_at, id) WHERE merged_into_id IS NULL;

-- What other modules may read of an account in SQL of their own: lists are sorted and searched by customers' names. Whoever
-- asks sees the accounts they may see.
CREATE VIEW people.account_name WITH (security_invoker = true) AS SELECT id, name, zone FROM people.account;

CREATE TABLE people.membership (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES people.account (id),
  person_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('owner', 'admin', 'member', 'billing')),
  from_at timestamptz NOT NULL,
  until_at timestamptz,
  CHECK (until_at IS NULL OR until_at >= from_at)
);
CREATE UNIQUE INDEX membership_current ON people.membership (account_id, person_id) WHERE until_at IS NULL;
CREATE INDEX membership_person ON people.membership (person_id) WHERE until_at IS NULL;

-- Further addresses of a person, next to the one of auth.person they sign in with. Unproved ones are nobody's yet.
CREATE TABLE people.email_address (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL,
  email text NOT NULL CHECK (email = lower(email)),
  token_sha256 text UNIQUE,
  token_expires_at timestamptz,
  added_at timestamptz NOT NULL,
  verified_at timestamptz,
  UNIQUE (person_id, email)
);
CREATE UNIQUE INDEX email_address_verified ON people.email_address (email) WHERE verified_at IS NOT NULL;

-- Since when and until when an account is a customer, and by what: a subscription, a paid order. Half-open.
CREATE TABLE people.standing (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES people.account (id),
  source_kind text NOT NULL,
  source_id uuid NOT NULL,
  from_at timestamptz NOT NULL,
  until_at timestamptz,
  CHECK (until_at IS NULL OR until_at >= from_at)
);
CREATE UNIQUE INDEX standing_open ON people.standing (source_id) WHERE until_at IS NULL;
CREATE INDEX standing_account ON people.standing (account_id, from_at);
CREATE INDEX standing_time ON people.standing (from_at, until_at);

-- Somebody was asked to join. The mail holds the token; here is its SHA-256, null until the mail is written.
CREATE TABLE people.invitation (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES people.account (id),
  email text NOT NULL CHECK (email = lower(email)),
  name text NOT NULL DEFAULT '',
  -- Whose the address is, once it was looked for.
  person_id uuid,
  role text NOT NULL CHECK (role IN ('owner', 'admin', 'member', 'billing')),
  token_sha256 text UNIQUE,
  invited_by uuid,
  invited_at timestamptz NOT NULL,
  sent_at timestamptz,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  accepted_by uuid,
  revoked_at timestamptz
);
CREATE UNIQUE INDEX invitation_open ON people.invitation (account_id, email)
  WHERE accepted_at IS NULL AND revoked_at IS NULL;

-- What people are asked to agree to, by its words; a new version follows the old one.
CREATE TABLE people.consent_text (
  id uuid PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose ~ '^[a-z][a-z0-9_]{1,40}$'),
  version int NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  sha256 text NOT NULL,
  in_force_at timestamptz NOT NULL,
  UNIQUE (purpose, version)
);

-- What somebody said, once and for all; the latest of a purpose holds. Never changed, only followed.
CREATE TABLE people.consent (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL,
  purpose text NOT NULL,
  granted boolean NOT NULL,
  text_version int NOT NULL,
  text_sha256 text NOT NULL,
  source text NOT NULL CHECK (source IN ('checkout', 'portal', 'console', 'import', 'link')),
  given_at timestamptz NOT NULL,
  recorded_by uuid,
  FOREIGN KEY (purpose, text_version) REFERENCES people.consent_text (purpose, version)
);
CREATE INDEX consent_person ON people.consent (person_id, purpose, given_at);

-- A person asked that what is known of them be erased; somebody of the house decides.
CREATE TABLE people.erasure_request (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL,
  note text NOT NULL DEFAULT '',
  requested_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  decision text CHECK (decision IN ('erased', 'refused')),
  answer text NOT NULL DEFAULT '',
  CHECK ((decided_at IS NULL) = (decision IS NULL))
);
CREATE UNIQUE INDEX erasure_request_open ON people.erasure_request (person_id)
  WHERE withdrawn_at IS NULL AND decided_at IS NULL;

-- Two accounts, or two people, that turned out to be one; and what moved, so that it can go back.
CREATE TABLE people.merge (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('account', 'person')),
  kept_id uuid NOT NULL,
  merged_id uuid NOT NULL CHECK (merged_id <> kept_id),
  -- Of a merged person: what their row of auth.person said.
  before jsonb NOT NULL DEFAULT '{}',
  merged_at timestamptz NOT NULL,
  merged_by uuid,
  undone_at timestamptz,
  undone_by uuid
);
CREATE UNIQUE INDEX merge_standing ON people.merge (merged_id) WHERE undone_at IS NULL;
CREATE INDEX merge_kept ON people.merge (kept_id);

CREATE TABLE people.merge_move (
  merge_id uuid NOT NULL REFERENCES people.merge (id),
  position int NOT NULL,
  table_name text NOT NULL,
  -- Key of each row that moved, and what it held in the columns that had to give way.
  moved jsonb NOT NULL,
  PRIMARY KEY (merge_id, position)
);

-- A file of customers: looked at first, then brought in.
CREATE TABLE people.import (
  id uuid PRIMARY KEY,
  file_id uuid NOT NULL,
  file_name text NOT NULL,
  status text NOT NULL CHECK (status IN ('checked', 'running', 'done', 'failed', 'discarded')),
  -- { currency, locale, zone } for rows that do not say.
  defaults jsonb NOT NULL,
  -- Headings nobody here knows.
  ignored jsonb NOT NULL DEFAULT '[]',
  rows int NOT NULL,
  -- Rows of the file done with; a run that was cut off goes on from here.
  position int NOT NULL DEFAULT 0,
  opened int NOT NULL DEFAULT 0,
  changed int NOT NULL DEFAULT 0,
  unchanged int NOT NULL DEFAULT 0,
  -- [{ line, column, message }], the first of them; how many in all stands beside.
  errors jsonb NOT NULL DEFAULT '[]',
  error_count int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  created_by uuid,
  finished_at timestamptz
);

SELECT kernel.guard_account_rows(name)
FROM unnest(ARRAY['people.membership', 'people.standing', 'people.invitation']) AS name;

-- An account is its own row; these are their person's.
ALTER TABLE people.account ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON people.account TO cairn_app USING (true) WITH CHECK (true);
CREATE POLICY own ON people.account TO cairn_customer USING (id = ANY ((SELECT kernel.own_accounts())::uuid[]));
ALTER TABLE people.email_address ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON people.email_address TO cairn_app USING (true) WITH CHECK (true);
CREATE POLICY own ON people.email_address TO cairn_customer USING (person_id = (SELECT kernel.own_person()));
ALTER TABLE people.erasure_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON people.erasure_request TO cairn_app USING (true) WITH CHECK (true);
CREATE POLICY own ON people.erasure_request TO cairn_customer USING (person_id = (SELECT kernel.own_person()));
-- A consent is added to, and read; not even its person changes it.
ALTER TABLE people.consent ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON people.consent TO cairn_app USING (true) WITH CHECK (true);
CREATE POLICY own ON people.consent FOR SELECT TO cairn_customer USING (person_id = (SELECT kernel.own_person()));
CREATE POLICY own_new ON people.consent FOR INSERT TO cairn_customer
  WITH CHECK (person_id = (SELECT kernel.own_person()));
ALTER TABLE people.consent_text ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON people.consent_text TO cairn_app USING (true) WITH CHECK (true);
CREATE POLICY everybody ON people.consent_text FOR SELECT TO cairn_customer USING (true);
-- What the house alone sees.
ALTER TABLE people.merge ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON people.merge TO cairn_app USING (true) WITH CHECK (true);
ALTER TABLE people.merge_move ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON people.merge_move TO cairn_app USING (true) WITH CHECK (true);
ALTER TABLE people.import ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON people.import TO cairn_app USING (true) WITH CHECK (true);

-- Of people who sign in a customer's operation sees its own person and who shares an account with them.
ALTER TABLE auth.person ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON auth.person TO cairn_app USING (true) WITH CHECK (true);
CREATE POLICY own ON auth.person FOR SELECT TO cairn_customer USING (
  id = (SELECT kernel.own_person()) OR EXISTS (SELECT FROM people.membership m
    WHERE m.person_id = person.id AND m.account_id = ANY ((SELECT kernel.own_accounts())::uuid[])));

INSERT INTO people.consent_text (id, purpose, version, title, body, sha256, in_force_at)
SELECT id::uuid, purpose, 1, title, body, encode(sha256(convert_to(body, 'UTF8')), 'hex'), '2020-01-01T00:00:00Z'
FROM (VALUES
  ('01900000-0000-7000-8000-000000000001', 'news', 'News by e-mail',
   'Send me news and offers by e-mail, at most a few times a month. I can stop this at any time.'),
  ('01900000-0000-7000-8000-000000000002', 'product_tips', 'Tips by e-mail',
   'Send me tips on using what I bought by e-mail. I can stop this at any time.')
) AS first (id, purpose, title, body);
