-- Courses, what they teach in which version, who takes them and how far they are.
SET LOCAL lock_timeout = '5s';

CREATE SCHEMA academy;

-- What is taught ---------------------------------------------------------------------------------------------------

-- A course as people find and buy it. What it teaches stands in its curricula.
CREATE TABLE academy.course (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text NOT NULL,
  subtitle text NOT NULL DEFAULT '',
  summary text NOT NULL DEFAULT '',
  -- Rich text (src/kernel/browser/rich-text.ts).
  description jsonb NOT NULL,
  language text NOT NULL,
  level text NOT NULL CHECK (level IN ('beginner', 'intermediate', 'advanced')),
  duration_days int CHECK (duration_days BETWEEN 1 AND 3650),
  -- The key that a sale gives; null: nobody buys this course, people are enrolled by hand.
  entitlement text UNIQUE,
  outcomes text[] NOT NULL DEFAULT '{}',
  audience text[] NOT NULL DEFAULT '{}',
  requirements text[] NOT NULL DEFAULT '{}',
  faq jsonb NOT NULL DEFAULT '[]',
  instructors jsonb NOT NULL DEFAULT '[]',
  -- { title, statement }; null: no certificate.
  certificate jsonb,
  cover_file_id uuid,
  status text NOT NULL CHECK (status IN ('draft', 'published', 'archived')),
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  published_at timestamptz,
  archived_at timestamptz
);

-- A version of what a course teaches. One draft is written at a time, one is in force; who began with a retired one
-- finishes it.
CREATE TABLE academy.curriculum (
  id uuid PRIMARY KEY,
  course_id uuid NOT NULL REFERENCES academy.course (id),
  number int NOT NULL CHECK (number > 0),
  status text NOT NULL CHECK (status IN ('draft', 'published', 'retired')),
  note text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  published_at timestamptz,
  published_by uuid,
  -- When a draft goes out by itself.
  publish_at timestamptz,
  UNIQUE (course_id, number),
  CHECK ((status = 'draft') = (published_at IS NULL))
);
CREATE UNIQUE INDEX curriculum_draft ON academy.curriculum (course_id) WHERE status = 'draft';
CREATE UNIQUE INDEX curriculum_in_force ON academy.curriculum (course_id) WHERE status = 'published';

-- `key` is what a part keeps from version to version; progress refers to keys.
CREATE TABLE academy.module (
  id uuid PRIMARY KEY,
  curriculum_id uuid NOT NULL REFERENCES academy.curriculum (id),
  key uuid NOT NULL,
  title text NOT NULL,
  summary text NOT NULL DEFAULT '',
  position int NOT NULL,
  UNIQUE (curriculum_id, key),
  UNIQUE (curriculum_id, position) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE academy.lesson (
  id uuid PRIMARY KEY,
  curriculum_id uuid NOT NULL REFERENCES academy.curriculum (id),
  module_id uuid NOT NULL REFERENCES academy.module (id),
  key uuid NOT NULL,
  slug text NOT NULL CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text NOT NULL,
  summary text NOT NULL DEFAULT '',
  position int NOT NULL,
  minutes int NOT NULL DEFAULT 0 CHECK (minutes BETWEEN 0 AND 1440),
  is_preview boolean NOT NULL DEFAULT false,
  -- What completes it, and when it opens: see contract/content.ts.
  completion jsonb NOT NULL,
  opening jsonb NOT NULL DEFAULT '{}',
  blocks jsonb NOT NULL DEFAULT '[]',
  -- Rises with every save; a save names the one it was made from.
  revision int NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  UNIQUE (curriculum_id, key),
  UNIQUE (curriculum_id, slug),
  UNIQUE (module_id, position) DEFERRABLE INITIALLY DEFERRED
);

-- What a lesson of a draft was before each save, to go back to.
CREATE TABLE academy.lesson_revision (
  lesson_id uuid NOT NULL REFERENCES academy.lesson (id) ON DELETE CASCADE,
  revision int NOT NULL,
  title text NOT NULL,
  blocks jsonb NOT NULL,
  saved_at timestamptz NOT NULL,
  saved_by uuid,
  PRIMARY KEY (lesson_id, revision)
);

-- What was taken out of a draft, to be brought back: a lesson, or a module with its lessons.
CREATE TABLE academy.removed_part (
  id uuid PRIMARY KEY,
  curriculum_id uuid NOT NULL REFERENCES academy.curriculum (id) ON DELETE CASCADE,
  content jsonb NOT NULL,
  removed_at timestamptz NOT NULL,
  removed_by uuid
);
CREATE INDEX removed_part_curriculum ON academy.removed_part (curriculum_id);

-- Settings and sections: see contract/quiz.ts. The questions themselves stand in the course's bank.
CREATE TABLE academy.quiz (
  id uuid PRIMARY KEY,
  curriculum_id uuid NOT NULL REFERENCES academy.curriculum (id),
  key uuid NOT NULL,
  slug text NOT NULL CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text NOT NULL,
  intro jsonb NOT NULL,
  settings jsonb NOT NULL,
  sections jsonb NOT NULL DEFAULT '[]',
  revision int NOT NULL DEFAULT 1,
  UNIQUE (curriculum_id, key),
  UNIQUE (curriculum_id, slug)
);

-- See contract/assignment.ts.
CREATE TABLE academy.assignment (
  id uuid PRIMARY KEY,
  curriculum_id uuid NOT NULL REFERENCES academy.curriculum (id),
  key uuid NOT NULL,
  slug text NOT NULL CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text NOT NULL,
  brief jsonb NOT NULL,
  settings jsonb NOT NULL,
  rubric jsonb NOT NULL DEFAULT '[]',
  revision int NOT NULL DEFAULT 1,
  UNIQUE (curriculum_id, key),
  UNIQUE (curriculum_id, slug)
);

-- What was published stays as it was: students are in the middle of it.
CREATE FUNCTION academy.keep_published() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid := coalesce(NEW.curriculum_id, OLD.curriculum_id);
BEGIN
  IF (SELECT status FROM academy.curriculum WHERE id = changed) <> 'draft' THEN
    RAISE EXCEPTION 'A published curriculum is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER keep_published BEFORE INSERT OR UPDATE OR DELETE ON academy.module
  FOR EACH ROW EXECUTE FUNCTION academy.keep_published();
CREATE TRIGGER keep_published BEFORE INSERT OR UPDATE OR DELETE ON academy.lesson
  FOR EACH ROW EXECUTE FUNCTION academy.keep_published();
CREATE TRIGGER keep_published BEFORE INSERT OR UPDATE OR DELETE ON academy.quiz
  FOR EACH ROW EXECUTE FUNCTION academy.keep_published();
CREATE TRIGGER keep_published BEFORE INSERT OR UPDATE OR DELETE ON academy.assignment
  FOR EACH ROW EXECUTE FUNCTION academy.keep_published();

-- A file that belongs to a course: who may learn here may read it.
CREATE TABLE academy.course_file (
  course_id uuid NOT NULL REFERENCES academy.course (id),
  file_id uuid NOT NULL,
  added_at timestamptz NOT NULL,
  added_by uuid,
  PRIMARY KEY (course_id, file_id)
);
CREATE INDEX course_file_file ON academy.course_file (file_id);

-- Who learns ---------------------------------------------------------------------------------------------------------

-- One per person and course for ever: who comes back goes on where they were.
CREATE TABLE academy.enrollment (
  id uuid PRIMARY KEY,
  course_id uuid NOT NULL REFERENCES academy.course (id),
  curriculum_id uuid NOT NULL REFERENCES academy.curriculum (id),
  account_id uuid NOT NULL,
  person_id uuid NOT NULL,
  source_kind text NOT NULL CHECK (source_kind IN ('purchase', 'seat', 'invitation', 'staff')),
  -- active: learns. suspended: a payment is missing. revoked: the money went back. expired: the time is over.
  -- cancelled: taken out by hand, or the seat was given to somebody else. Records stay in all of them.
  status text NOT NULL CHECK (status IN ('active', 'suspended', 'revoked', 'expired', 'cancelled')),
  -- Where the student lives: lessons open by this clock.
  zone text NOT NULL,
  -- The day the course began for this student; lessons that open by days count from it.
  started_at timestamptz NOT NULL,
  cohort_id uuid,
  -- Where the student is: the lesson opened last.
  last_lesson_key uuid,
  last_active_at timestamptz,
  completed_at timestamptz,
  created_at timestamptz NOT NULL,
  UNIQUE (course_id, person_id)
);
CREATE INDEX enrollment_person ON academy.enrollment (person_id);
CREATE INDEX enrollment_account ON academy.enrollment (account_id);
CREATE INDEX enrollment_course ON academy.enrollment (course_id, status, created_at, id);
CREATE INDEX enrollment_cohort ON academy.enrollment (cohort_id) WHERE cohort_id IS NOT NULL;
SELECT kernel.guard_account_rows('academy.enrollment');

-- Each status an enrolment ever had, for numbers as of another day.
CREATE TABLE academy.enrollment_status (
  enrollment_id uuid NOT NULL REFERENCES academy.enrollment (id),
  account_id uuid NOT NULL,
  at timestamptz NOT NULL,
  seq int NOT NULL,
  status text NOT NULL,
  cause text NOT NULL,
  by_person_id uuid,
  PRIMARY KEY (enrollment_id, seq)
);
SELECT kernel.guard_account_rows('academy.enrollment_status');

-- What is opened for one student at another time than the rule says. Null: at once.
CREATE TABLE academy.opening_override (
  enrollment_id uuid NOT NULL REFERENCES academy.enrollment (id),
  account_id uuid NOT NULL,
  lesson_key uuid NOT NULL,
  opens_at timestamptz,
  reason text NOT NULL,
  by_person_id uuid,
  at timestamptz NOT NULL,
  PRIMARY KEY (enrollment_id, lesson_key)
);
SELECT kernel.guard_account_rows('academy.opening_override');

-- How far a student is with a lesson. `active_ms` is time seen at work on the page; `score_ppm` the best of a quiz, the
-- mark of an assignment or what a package reported; `submitted_at` when something was handed in.
CREATE TABLE academy.lesson_progress (
  enrollment_id uuid NOT NULL REFERENCES academy.enrollment (id),
  account_id uuid NOT NULL,
  lesson_key uuid NOT NULL,
  opened_at timestamptz NOT NULL,
  last_active_at timestamptz NOT NULL,
  active_ms bigint NOT NULL DEFAULT 0 CHECK (active_ms >= 0),
  score_ppm int CHECK (score_ppm BETWEEN 0 AND 1000000),
  submitted_at timestamptz,
  confirmed_at timestamptz,
  package_completed_at timestamptz,
  -- Where to go on: { blockId, atMs, scroll }.
  position jsonb,
  -- The device clock of the newest position, so that a late one from another device does not win.
  position_at timestamptz,
  completed_at timestamptz,
  -- The rule that was met, and what was there to meet it, as it was then.
  completed_by jsonb,
  PRIMARY KEY (enrollment_id, lesson_key),
  CHECK ((completed_at IS NULL) = (completed_by IS NULL))
);
CREATE INDEX lesson_progress_lesson ON academy.lesson_progress (lesson_key, completed_at);
SELECT kernel.guard_account_rows('academy.lesson_progress');

-- The stretches of a recording that were really played, in milliseconds of the recording.
CREATE TABLE academy.watched (
  enrollment_id uuid NOT NULL REFERENCES academy.enrollment (id),
  account_id uuid NOT NULL,
  lesson_key uuid NOT NULL,
  block_id uuid NOT NULL,
  played int4multirange NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (enrollment_id, block_id)
);
CREATE INDEX watched_block ON academy.watched (block_id);
SELECT kernel.guard_account_rows('academy.watched');

-- Reports of activity already counted; one sent twice after a lost answer counts once.
CREATE TABLE academy.activity_report (
  enrollment_id uuid NOT NULL REFERENCES academy.enrollment (id),
  account_id uuid NOT NULL,
  report_id uuid NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (enrollment_id, report_id)
);
CREATE INDEX activity_report_age ON academy.activity_report (received_at);
SELECT kernel.guard_account_rows('academy.activity_report');

-- A student's own notes, at a place of a lesson.
CREATE TABLE academy.note (
  id uuid PRIMARY KEY,
  enrollment_id uuid NOT NULL REFERENCES academy.enrollment (id),
  account_id uuid NOT NULL,
  lesson_key uuid NOT NULL,
  block_id uuid,
  at_ms int CHECK (at_ms >= 0),
  body text NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX note_lesson ON academy.note (enrollment_id, lesson_key);
SELECT kernel.guard_account_rows('academy.note');

-- Somebody asked to take a course without a sale, or to take a seat an account bought.
CREATE TABLE academy.invitation (
  id uuid PRIMARY KEY,
  course_id uuid NOT NULL REFERENCES academy.course (id),
  email text NOT NULL,
  name text NOT NULL DEFAULT '',
  -- The account whose seat it is; null: the company invites.
  account_id uuid,
  cohort_id uuid,
  token_sha256 text NOT NULL UNIQUE,
  invited_by uuid,
  invited_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  enrollment_id uuid,
  revoked_at timestamptz
);
CREATE UNIQUE INDEX invitation_open ON academy.invitation (course_id, lower(email))
  WHERE accepted_at IS NULL AND revoked_at IS NULL;
SELECT kernel.guard_account_rows('academy.invitation');
