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
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- Everything of a merged account belongs to another one from then on.
  merged_into_id uuid REFERENCES people.account (id),
  erased_at timestamptz
);
CREATE INDEX account_list ON people.account (created_at, id) WHERE merged_into_id IS NULL;

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

SELECT kernel.guard_account_rows(name) FROM unnest(ARRAY['people.membership', 'people.standing']) AS name;

-- An account is its own row, a further address its person's.
ALTER TABLE people.account ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON people.account TO cairn_app USING (true) WITH CHECK (true);
CREATE POLICY own ON people.account TO cairn_customer USING (id = ANY ((SELECT kernel.own_accounts())::uuid[]));
ALTER TABLE people.email_address ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON people.email_address TO cairn_app USING (true) WITH CHECK (true);
CREATE POLICY own ON people.email_address TO cairn_customer USING (person_id = (SELECT kernel.own_person()));
