-- What is handed in, and how it is marked.
SET LOCAL lock_timeout = '5s';

-- What a student is writing: kept on the server, so that it can be gone on with from any device. The newest save counts;
-- what it replaced from another device stays beside it until the work is handed in.
CREATE TABLE academy.submission_draft (
  enrollment_id uuid NOT NULL REFERENCES academy.enrollment (id),
  account_id uuid NOT NULL,
  person_id uuid NOT NULL,
  assignment_key uuid NOT NULL,
  text jsonb NOT NULL,
  revision int NOT NULL DEFAULT 1,
  saved_at timestamptz NOT NULL,
  replaced_text jsonb,
  replaced_at timestamptz,
  PRIMARY KEY (enrollment_id, assignment_key)
);
SELECT kernel.guard_account_rows('academy.submission_draft');

-- Work that was handed in, frozen as it was. `assignment_id` is the very version it answers.
CREATE TABLE academy.submission (
  id uuid PRIMARY KEY,
  course_id uuid NOT NULL REFERENCES academy.course (id),
  enrollment_id uuid NOT NULL REFERENCES academy.enrollment (id),
  account_id uuid NOT NULL,
  person_id uuid NOT NULL,
  assignment_id uuid NOT NULL REFERENCES academy.assignment (id),
  assignment_key uuid NOT NULL,
  lesson_key uuid NOT NULL,
  number int NOT NULL CHECK (number > 0),
  text jsonb NOT NULL,
  submitted_at timestamptz NOT NULL,
  due_at timestamptz,
  is_late boolean NOT NULL,
  -- waiting: for a first reading. second: for another grader's, who does not see the first. agreeing: two readings
  -- differ, one mark has to be found. marked: has a mark nobody has told yet. released: the student has the mark.
  -- returned: to be done again. withdrawn: taken back before anybody began.
  status text NOT NULL CHECK (status IN ('waiting', 'second', 'agreeing', 'marked', 'released', 'returned', 'withdrawn')),
  -- Rises with everything graders do; a mark names the one it was made on.
  version int NOT NULL DEFAULT 1,
  -- Who has it on the table, and until when. Nobody else may mark it before.
  claimed_by uuid,
  claimed_until timestamptz,
  first_claimed_at timestamptz,
  returned_note text NOT NULL DEFAULT '',
  UNIQUE (enrollment_id, assignment_key, number),
  CHECK ((claimed_by IS NULL) = (claimed_until IS NULL))
);
-- One at a time: the next may be handed in once this one is told, returned or taken back.
CREATE UNIQUE INDEX submission_open ON academy.submission (enrollment_id, assignment_key)
  WHERE status IN ('waiting', 'second', 'agreeing', 'marked');
CREATE INDEX submission_queue ON academy.submission (submitted_at, id) WHERE status IN ('waiting', 'second', 'agreeing');
CREATE INDEX submission_course ON academy.submission (course_id, submitted_at);
SELECT kernel.guard_account_rows('academy.submission');

CREATE FUNCTION academy.keep_submission() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moves constant text[] := '{account_id,person_id,status,version,claimed_by,claimed_until,first_claimed_at,returned_note}';
BEGIN
  -- Words of a person who asked to be forgotten go; nothing else about the work changes.
  IF to_jsonb(NEW) - moves IS DISTINCT FROM to_jsonb(OLD) - moves
     AND NOT (to_jsonb(NEW) - moves - 'text' = to_jsonb(OLD) - moves - 'text'
              AND NEW.text = '{"type": "doc", "content": []}'::jsonb) THEN
    RAISE EXCEPTION 'What was handed in is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_submission BEFORE UPDATE ON academy.submission
  FOR EACH ROW EXECUTE FUNCTION academy.keep_submission();

-- Files of students: of the draft, or of what was handed in (one file may go with several). Facts are copied from the
-- file, so that two submissions with the same bytes can be told.
CREATE TABLE academy.student_file (
  file_id uuid PRIMARY KEY,
  enrollment_id uuid NOT NULL REFERENCES academy.enrollment (id),
  account_id uuid NOT NULL,
  person_id uuid NOT NULL,
  assignment_key uuid NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  bytes bigint NOT NULL,
  sha256 text NOT NULL,
  in_draft boolean NOT NULL,
  added_at timestamptz NOT NULL
);
CREATE INDEX student_file_enrollment ON academy.student_file (enrollment_id, assignment_key);
CREATE INDEX student_file_content ON academy.student_file (sha256);
SELECT kernel.guard_account_rows('academy.student_file');

CREATE TABLE academy.submission_file (
  submission_id uuid NOT NULL REFERENCES academy.submission (id),
  file_id uuid NOT NULL REFERENCES academy.student_file (file_id) ON DELETE CASCADE,
  account_id uuid NOT NULL,
  position int NOT NULL,
  PRIMARY KEY (submission_id, file_id)
);
CREATE INDEX submission_file_file ON academy.submission_file (file_id);
SELECT kernel.guard_account_rows('academy.submission_file');

-- What a reader thinks of a submission. `first` and `second` are readings; `agreed` is found from two that differ.
-- Students see the one that counts (`is_final`), once it is released.
CREATE TABLE academy.mark (
  submission_id uuid NOT NULL REFERENCES academy.submission (id),
  reading text NOT NULL CHECK (reading IN ('first', 'second', 'agreed')),
  account_id uuid NOT NULL,
  person_id uuid NOT NULL,
  grader_id uuid NOT NULL,
  -- [{ criterionId, levelId, points, comment }]; points null: not looked at yet.
  criteria jsonb NOT NULL,
  comment jsonb NOT NULL,
  -- Among graders; no student ever gets it.
  private_note text NOT NULL DEFAULT '',
  points int NOT NULL CHECK (points >= 0),
  max_points int NOT NULL CHECK (max_points >= points),
  score_ppm int NOT NULL CHECK (score_ppm BETWEEN 0 AND 1000000),
  is_complete boolean NOT NULL,
  is_final boolean NOT NULL DEFAULT false,
  saved_at timestamptz NOT NULL,
  released_at timestamptz,
  released_by uuid,
  PRIMARY KEY (submission_id, reading),
  CHECK (released_at IS NULL OR is_final)
);
CREATE UNIQUE INDEX mark_final ON academy.mark (submission_id) WHERE is_final;
SELECT kernel.guard_account_rows('academy.mark');

-- A score of the grade book that a person set in place of the earned one. Withdrawn ones stay in the history alone.
CREATE TABLE academy.grade_override (
  enrollment_id uuid NOT NULL REFERENCES academy.enrollment (id),
  account_id uuid NOT NULL,
  -- Key of the quiz or assignment.
  item_key uuid NOT NULL,
  score_ppm int NOT NULL CHECK (score_ppm BETWEEN 0 AND 1000000),
  reason text NOT NULL,
  by_person_id uuid,
  at timestamptz NOT NULL,
  PRIMARY KEY (enrollment_id, item_key)
);
SELECT kernel.guard_account_rows('academy.grade_override');

-- How much each graded thing counts, in percent; they make 100. A course without any counts all alike.
CREATE TABLE academy.grade_weight (
  course_id uuid NOT NULL REFERENCES academy.course (id),
  item_key uuid NOT NULL,
  weight_percent int NOT NULL CHECK (weight_percent BETWEEN 0 AND 100),
  PRIMARY KEY (course_id, item_key)
);

-- Who did what with whose grade, from which to which, and why. Written once.
CREATE TABLE academy.grade_change (
  id uuid PRIMARY KEY,
  course_id uuid NOT NULL REFERENCES academy.course (id),
  -- Null: about the course, such as weights.
  enrollment_id uuid REFERENCES academy.enrollment (id),
  account_id uuid,
  item_key uuid,
  submission_id uuid REFERENCES academy.submission (id),
  act text NOT NULL CHECK (act IN ('handed_in', 'withdrawn', 'claimed', 'given_back', 'reading', 'marked', 'agreed',
    'released', 'reopened', 'returned', 'overridden', 'override_withdrawn', 'weights')),
  before jsonb,
  after jsonb,
  reason text NOT NULL DEFAULT '',
  by_person_id uuid,
  at timestamptz NOT NULL
);
CREATE INDEX grade_change_submission ON academy.grade_change (submission_id, at);
CREATE INDEX grade_change_enrollment ON academy.grade_change (enrollment_id, at);
CREATE INDEX grade_change_course ON academy.grade_change (course_id, at);
SELECT kernel.guard_account_rows('academy.grade_change');

CREATE FUNCTION academy.keep_grade_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND kernel.moves_account(to_jsonb(OLD), to_jsonb(NEW)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The history of grades is written once' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER keep_grade_change BEFORE UPDATE OR DELETE ON academy.grade_change
  FOR EACH ROW EXECUTE FUNCTION academy.keep_grade_change();

-- Several students may belong to one account: each sees their own work alone, and marks once they are released.
DO $$
DECLARE
  own text;
BEGIN
  FOREACH own IN ARRAY ARRAY['submission_draft', 'submission', 'student_file', 'mark'] LOOP
    EXECUTE format('ALTER POLICY own ON academy.%I USING (account_id = ANY ((SELECT kernel.own_accounts())::uuid[])
                      AND person_id = (SELECT kernel.own_person()) %s)',
                   own, CASE own WHEN 'mark' THEN 'AND released_at IS NOT NULL' ELSE '' END);
  END LOOP;
END $$;
ALTER POLICY own ON academy.submission_file USING (account_id = ANY ((SELECT kernel.own_accounts())::uuid[])
  AND EXISTS (SELECT FROM academy.submission s
              WHERE s.id = submission_id AND s.person_id = (SELECT kernel.own_person())));
ALTER POLICY own ON academy.grade_override USING (account_id = ANY ((SELECT kernel.own_accounts())::uuid[])
  AND EXISTS (SELECT FROM academy.enrollment e
              WHERE e.id = enrollment_id AND e.person_id = (SELECT kernel.own_person())));
-- Students add to the history of their grades (handed in, withdrawn); what graders wrote there they do not read.
DROP POLICY own ON academy.grade_change;
CREATE POLICY own ON academy.grade_change FOR INSERT TO cairn_customer
  WITH CHECK (account_id = ANY ((SELECT kernel.own_accounts())::uuid[]));
