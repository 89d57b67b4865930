-- Certificates and badges.
SET LOCAL lock_timeout = '5s';

-- What a student was given for finishing a course. What it says is a copy: neither a later version of the course nor a new
-- name of the student changes it. A corrected one is a row of its own, and the one before is superseded.
CREATE TABLE academy.certificate (
  id uuid PRIMARY KEY,
  enrollment_id uuid NOT NULL REFERENCES academy.enrollment (id),
  account_id uuid NOT NULL,
  person_id uuid NOT NULL,
  course_id uuid NOT NULL REFERENCES academy.course (id),
  version int NOT NULL CHECK (version > 0),
  -- Sixteen signs without the hyphens: see rules/certificates/serial.ts.
  serial text NOT NULL UNIQUE CHECK (serial ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  -- suspended can become valid again; revoked and superseded stay so.
  status text NOT NULL CHECK (status IN ('valid', 'suspended', 'revoked', 'superseded')),
  -- Empty once the student asked to be erased.
  holder_name text NOT NULL,
  course_slug text NOT NULL,
  course_title text NOT NULL,
  title text NOT NULL,
  statement text NOT NULL,
  language text NOT NULL,
  curriculum_number int NOT NULL,
  lessons int NOT NULL,
  minutes int NOT NULL,
  outcomes text[] NOT NULL,
  issuer_name text NOT NULL,
  signatory jsonb,
  -- The student's own day.
  completed_on date NOT NULL,
  issued_at timestamptz NOT NULL,
  valid_until timestamptz,
  -- Whether strangers who have the number see the name.
  shows_name boolean NOT NULL DEFAULT true,
  -- Its bit in the published lists of revoked and of suspended badges.
  status_list int NOT NULL,
  status_index int NOT NULL,
  -- The signed badge and the pages, once they are made.
  credential jsonb,
  pdf_file_id uuid,
  made_at timestamptz,
  erased_at timestamptz,
  -- When its status last changed.
  changed_at timestamptz NOT NULL,
  UNIQUE (enrollment_id, version),
  UNIQUE (status_list, status_index)
);
CREATE UNIQUE INDEX certificate_current ON academy.certificate (enrollment_id) WHERE status IN ('valid', 'suspended');
CREATE INDEX certificate_course ON academy.certificate (course_id, issued_at, id);
CREATE INDEX certificate_person ON academy.certificate (person_id);
CREATE INDEX certificate_account ON academy.certificate (account_id);
CREATE INDEX certificate_issued ON academy.certificate (issued_at, id);
SELECT kernel.guard_account_rows('academy.certificate');

-- Each status a certificate ever had, and why. Whoever revokes tells the world when, and the house who and why.
CREATE TABLE academy.certificate_status (
  certificate_id uuid NOT NULL REFERENCES academy.certificate (id),
  account_id uuid NOT NULL,
  seq int NOT NULL,
  at timestamptz NOT NULL,
  status text NOT NULL,
  reason text NOT NULL,
  by_person_id uuid,
  PRIMARY KEY (certificate_id, seq)
);
SELECT kernel.guard_account_rows('academy.certificate_status');

-- Several students may belong to one account: each sees their own alone. Staff's reasons are not the student's to read.
ALTER POLICY own ON academy.certificate USING (account_id = ANY ((SELECT kernel.own_accounts())::uuid[])
  AND person_id = (SELECT kernel.own_person()));
-- Nothing of it is a customer's to read or to write.
ALTER POLICY own ON academy.certificate_status USING (false);

-- What badges are signed with. The private part is sealed under the house's secret; keys that are not used any more stay,
-- to check what they signed.
CREATE TABLE academy.badge_key (
  id uuid PRIMARY KEY,
  -- The issuer the key belongs to, as a did:web: another public address is another issuer.
  controller text NOT NULL,
  public_multibase text NOT NULL UNIQUE,
  secret_sealed text NOT NULL,
  created_at timestamptz NOT NULL,
  retired_at timestamptz
);
CREATE UNIQUE INDEX badge_key_active ON academy.badge_key (controller) WHERE retired_at IS NULL;
ALTER TABLE academy.badge_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON academy.badge_key TO cairn_app USING (true) WITH CHECK (true);

-- Lists in which badges have their bit; half full, the next one begins, so that a place at random is soon found.
CREATE TABLE academy.badge_list (
  number int PRIMARY KEY,
  size int NOT NULL CHECK (size >= 131072),
  used int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL
);
ALTER TABLE academy.badge_list ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON academy.badge_list TO cairn_app USING (true) WITH CHECK (true);
