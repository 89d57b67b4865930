-- Questions, attempts and answers.
SET LOCAL lock_timeout = '5s';

-- What is asked -----------------------------------------------------------------------------------------------------

-- A question of a course's bank. What it says stands in its versions.
CREATE TABLE academy.question (
  id uuid PRIMARY KEY,
  course_id uuid NOT NULL REFERENCES academy.course (id),
  slug text NOT NULL CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  tags text[] NOT NULL DEFAULT '{}',
  -- The version that attempts get from now on.
  version_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid,
  archived_at timestamptz,
  UNIQUE (course_id, slug)
);
CREATE INDEX question_tags ON academy.question USING gin (tags);

-- Written once: an attempt refers to the very version that was asked.
CREATE TABLE academy.question_version (
  id uuid PRIMARY KEY,
  question_id uuid NOT NULL REFERENCES academy.question (id) DEFERRABLE INITIALLY DEFERRED,
  number int NOT NULL CHECK (number > 0),
  kind text NOT NULL CHECK (kind IN ('single', 'multiple', 'true_false', 'numeric', 'short_text', 'ordering', 'matching',
    'cloze')),
  points int NOT NULL CHECK (points BETWEEN 0 AND 1000),
  -- Rich text (src/kernel/browser/rich-text.ts); the body is with its key, see contract/question.ts.
  prompt jsonb NOT NULL,
  body jsonb NOT NULL,
  explanation jsonb,
  -- How many entries each list has that is shuffled, and the words of the prompt, for lists and search.
  lists int[] NOT NULL,
  words text NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid,
  UNIQUE (question_id, number)
);
ALTER TABLE academy.question ADD FOREIGN KEY (version_id) REFERENCES academy.question_version (id)
  DEFERRABLE INITIALLY DEFERRED;

CREATE FUNCTION academy.keep_question_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A version of a question is never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER keep_question_version BEFORE UPDATE OR DELETE ON academy.question_version
  FOR EACH ROW EXECUTE FUNCTION academy.keep_question_version();

-- How it is answered ------------------------------------------------------------------------------------------------

-- One taking of a quiz. `settings` as they were when it began; `seed` decided draw and order and never leaves.
CREATE TABLE academy.quiz_attempt (
  id uuid PRIMARY KEY,
  enrollment_id uuid NOT NULL REFERENCES academy.enrollment (id),
  account_id uuid NOT NULL,
  person_id uuid NOT NULL,
  course_id uuid NOT NULL,
  curriculum_id uuid NOT NULL,
  quiz_key uuid NOT NULL,
  lesson_key uuid,
  number int NOT NULL CHECK (number > 0),
  status text NOT NULL CHECK (status IN ('open', 'finished', 'void')),
  settings jsonb NOT NULL,
  seed bigint NOT NULL,
  started_at timestamptz NOT NULL,
  -- Answers are taken until then, plus the grace for the network; null: no limit.
  deadline_at timestamptz,
  finished_at timestamptz,
  -- Who ended it: the student, the clock, or staff by making it void.
  finished_by text CHECK (finished_by IN ('student', 'time', 'staff')),
  score_ppm int CHECK (score_ppm BETWEEN 0 AND 1000000),
  is_passed boolean,
  void_reason text,
  voided_at timestamptz,
  voided_by uuid,
  UNIQUE (enrollment_id, quiz_key, number),
  CHECK ((status = 'finished') <= (finished_at IS NOT NULL AND score_ppm IS NOT NULL AND is_passed IS NOT NULL))
);
CREATE UNIQUE INDEX quiz_attempt_open ON academy.quiz_attempt (enrollment_id, quiz_key) WHERE status = 'open';
CREATE INDEX quiz_attempt_due ON academy.quiz_attempt (deadline_at, id) WHERE status = 'open' AND deadline_at IS NOT NULL;
CREATE INDEX quiz_attempt_quiz ON academy.quiz_attempt (course_id, quiz_key, started_at, id);
CREATE INDEX quiz_attempt_started ON academy.quiz_attempt (started_at, id);
SELECT kernel.guard_account_rows('academy.quiz_attempt');

-- One question of an attempt, in its place. `arrangement`: for each shuffled list of the question the order shown, as
-- places in the author's list. `answer` names options as the author does.
CREATE TABLE academy.quiz_item (
  attempt_id uuid NOT NULL REFERENCES academy.quiz_attempt (id),
  position int NOT NULL,
  account_id uuid NOT NULL,
  section int NOT NULL,
  question_id uuid NOT NULL,
  version_id uuid NOT NULL REFERENCES academy.question_version (id),
  points int NOT NULL,
  arrangement jsonb NOT NULL,
  answer jsonb,
  -- Rises with every save that counts; a save with a lower one came late and changes nothing.
  sequence bigint NOT NULL DEFAULT 0,
  saved_at timestamptz,
  locked_at timestamptz,
  -- Time seen at work on the question, where the page could tell.
  spent_ms int CHECK (spent_ms >= 0),
  awarded_ppm int CHECK (awarded_ppm BETWEEN 0 AND 1000000),
  -- The version whose key decided; another than was asked after a re-mark.
  marked_by_version_id uuid,
  PRIMARY KEY (attempt_id, position)
);
CREATE INDEX quiz_item_version ON academy.quiz_item (version_id);
CREATE INDEX quiz_item_question ON academy.quiz_item (question_id);
SELECT kernel.guard_account_rows('academy.quiz_item');

-- Every save that reached us, also those that came late, in their order.
CREATE TABLE academy.quiz_save (
  id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  attempt_id uuid NOT NULL REFERENCES academy.quiz_attempt (id),
  position int NOT NULL,
  sequence bigint NOT NULL,
  account_id uuid NOT NULL,
  answer jsonb,
  at timestamptz NOT NULL,
  was_kept boolean NOT NULL
);
CREATE INDEX quiz_save_attempt ON academy.quiz_save (attempt_id);
SELECT kernel.guard_account_rows('academy.quiz_save');

-- What one student is given beyond a quiz's own rules. Several add up; one taken back counts no longer.
CREATE TABLE academy.quiz_allowance (
  id uuid PRIMARY KEY,
  enrollment_id uuid NOT NULL REFERENCES academy.enrollment (id),
  account_id uuid NOT NULL,
  quiz_key uuid NOT NULL,
  extra_attempts int NOT NULL DEFAULT 0 CHECK (extra_attempts BETWEEN 0 AND 100),
  extra_minutes int NOT NULL DEFAULT 0 CHECK (extra_minutes BETWEEN 0 AND 1440),
  reason text NOT NULL,
  given_by uuid,
  given_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  CHECK (extra_attempts + extra_minutes > 0)
);
CREATE INDEX quiz_allowance_enrollment ON academy.quiz_allowance (enrollment_id, quiz_key);
SELECT kernel.guard_account_rows('academy.quiz_allowance');

-- Attempts marked again because a key was wrong, and what that changed.
CREATE TABLE academy.quiz_remark (
  id uuid PRIMARY KEY,
  question_id uuid NOT NULL REFERENCES academy.question (id),
  version_id uuid NOT NULL REFERENCES academy.question_version (id),
  reason text NOT NULL,
  -- Nobody lost points: marks that would have fallen were left.
  kept_better boolean NOT NULL,
  attempts int NOT NULL,
  made_at timestamptz NOT NULL,
  made_by uuid
);
CREATE INDEX quiz_remark_question ON academy.quiz_remark (question_id);
CREATE TABLE academy.quiz_remark_change (
  remark_id uuid NOT NULL REFERENCES academy.quiz_remark (id),
  attempt_id uuid NOT NULL REFERENCES academy.quiz_attempt (id),
  account_id uuid NOT NULL,
  position int NOT NULL,
  awarded_ppm_before int NOT NULL,
  awarded_ppm_after int NOT NULL,
  score_ppm_before int NOT NULL,
  score_ppm_after int NOT NULL,
  PRIMARY KEY (remark_id, attempt_id, position)
);
CREATE INDEX quiz_remark_change_attempt ON academy.quiz_remark_change (attempt_id);
SELECT kernel.guard_account_rows('academy.quiz_remark_change');
