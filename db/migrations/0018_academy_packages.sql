-- Courses that come in, and SCORM and cmi5 packages.
SET LOCAL lock_timeout = '5s';

-- A course on its way in: read first, to say what will come and what will not, and written once a person said so.
CREATE TABLE academy.import (
  id uuid PRIMARY KEY,
  file_id uuid NOT NULL,
  file_name text NOT NULL,
  status text NOT NULL CHECK (status IN ('reading', 'ready', 'writing', 'done', 'failed', 'cancelled')),
  -- See contract/transfer.ts; null until it was read.
  format text,
  -- The course's title and address as found, and the address it gets.
  title text NOT NULL DEFAULT '',
  slug text NOT NULL DEFAULT '',
  -- How many modules, lessons, questions … there are.
  found jsonb NOT NULL DEFAULT '{}',
  losses jsonb NOT NULL DEFAULT '[]',
  -- { code, message }, when it failed.
  error jsonb,
  files_done int NOT NULL DEFAULT 0,
  files_total int NOT NULL DEFAULT 0,
  -- Where questions alone go; else the course that was made.
  course_id uuid REFERENCES academy.course (id),
  created_at timestamptz NOT NULL,
  created_by uuid,
  finished_at timestamptz,
  CHECK (status <> 'done' OR course_id IS NOT NULL),
  CHECK ((status = 'failed') = (error IS NOT NULL))
);
CREATE INDEX import_newest ON academy.import (created_at DESC, id);

-- A SCORM or cmi5 package of a course. `manifest` is what its imsmanifest.xml or cmi5.xml says: contract/transfer.ts.
CREATE TABLE academy.package (
  id uuid PRIMARY KEY,
  course_id uuid NOT NULL REFERENCES academy.course (id),
  kind text NOT NULL CHECK (kind IN ('scorm12', 'scorm2004', 'cmi5')),
  title text NOT NULL,
  manifest jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid
);
CREATE INDEX package_course ON academy.package (course_id);

-- Its files by their path; the bytes are in the file store.
CREATE TABLE academy.package_file (
  package_id uuid NOT NULL REFERENCES academy.package (id),
  path text NOT NULL,
  sha256 text NOT NULL,
  bytes bigint NOT NULL,
  media_type text NOT NULL,
  PRIMARY KEY (package_id, path)
);

-- Somebody opened an item of a package: what the address with the token may read and write until it expires.
-- Without an enrolment it is a preview by staff, of which nothing is kept.
CREATE TABLE academy.package_launch (
  id uuid PRIMARY KEY,
  token_sha256 text NOT NULL UNIQUE,
  package_id uuid NOT NULL REFERENCES academy.package (id),
  item_id text NOT NULL,
  enrollment_id uuid REFERENCES academy.enrollment (id),
  account_id uuid,
  person_id uuid NOT NULL,
  lesson_key uuid,
  -- Rises with each launch of the item by this student; what an older one sends comes too late.
  number int NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX package_launch_item ON academy.package_launch (enrollment_id, package_id, item_id, number);
CREATE INDEX package_launch_age ON academy.package_launch (expires_at);
SELECT kernel.guard_account_rows('academy.package_launch');

-- What an item of a package keeps of a student: the SCORM data model as it was committed last.
CREATE TABLE academy.package_state (
  enrollment_id uuid NOT NULL REFERENCES academy.enrollment (id),
  account_id uuid NOT NULL,
  package_id uuid NOT NULL REFERENCES academy.package (id),
  item_id text NOT NULL,
  launch_number int NOT NULL,
  seq int NOT NULL,
  -- Element of the data model → value, as text.
  cmi jsonb NOT NULL,
  completion text NOT NULL CHECK (completion IN ('not attempted', 'unknown', 'incomplete', 'completed')),
  success text NOT NULL CHECK (success IN ('unknown', 'passed', 'failed')),
  score_ppm int CHECK (score_ppm BETWEEN 0 AND 1000000),
  -- Time in the sessions that ended, in milliseconds.
  total_ms bigint NOT NULL DEFAULT 0 CHECK (total_ms >= 0),
  -- Time of the session that is open, as it last said.
  session_ms bigint NOT NULL DEFAULT 0 CHECK (session_ms >= 0),
  is_suspended boolean NOT NULL DEFAULT false,
  saved_at timestamptz NOT NULL,
  completed_at timestamptz,
  PRIMARY KEY (enrollment_id, package_id, item_id)
);
SELECT kernel.guard_account_rows('academy.package_state');
