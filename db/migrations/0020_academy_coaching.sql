-- Goals, reminders, and the tutor.
SET LOCAL lock_timeout = '5s';

-- Coaching -----------------------------------------------------------------------------------------------------------

-- What a student set out to do, and when they want to be reminded. Days are ISO: 1 is Monday. Times are local to the
-- enrolment's zone.
CREATE TABLE academy.coaching (
  enrollment_id uuid PRIMARY KEY REFERENCES academy.enrollment (id),
  account_id uuid NOT NULL,
  person_id uuid NOT NULL,
  goal text NOT NULL DEFAULT '',
  goal_set_at timestamptz,
  plan_days int[] NOT NULL DEFAULT '{}',
  plan_minutes int NOT NULL DEFAULT 0 CHECK (plan_minutes BETWEEN 0 AND 1440),
  plan_at time NOT NULL DEFAULT '18:00',
  plan_set_at timestamptz,
  wants_mail boolean NOT NULL DEFAULT true,
  quiet_from time NOT NULL DEFAULT '21:00',
  quiet_until time NOT NULL DEFAULT '08:00',
  onboarding_hidden_at timestamptz
);
SELECT kernel.guard_account_rows('academy.coaching');
ALTER POLICY own ON academy.coaching USING (account_id = ANY ((SELECT kernel.own_accounts())::uuid[])
  AND person_id = (SELECT kernel.own_person()));

-- Mails a student was sent to keep going; each kind once for each occasion.
CREATE TABLE academy.coaching_mail (
  enrollment_id uuid NOT NULL REFERENCES academy.enrollment (id),
  account_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('welcome', 'day_3', 'day_10', 'reminder', 'nudge')),
  -- The student's day of a reminder, the episode of a nudge; empty for what comes once.
  occasion text NOT NULL,
  sent_at timestamptz NOT NULL,
  PRIMARY KEY (enrollment_id, kind, occasion)
);
SELECT kernel.guard_account_rows('academy.coaching_mail');
ALTER POLICY own ON academy.coaching_mail USING (false);

-- A stretch of time in which a student was at risk of not finishing, and why.
CREATE TABLE academy.risk_episode (
  id uuid PRIMARY KEY,
  enrollment_id uuid NOT NULL REFERENCES academy.enrollment (id),
  account_id uuid NOT NULL,
  reasons text[] NOT NULL CHECK (cardinality(reasons) > 0),
  began_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE UNIQUE INDEX risk_episode_open ON academy.risk_episode (enrollment_id) WHERE ended_at IS NULL;
CREATE INDEX risk_episode_began ON academy.risk_episode (began_at, id) WHERE ended_at IS NULL;
SELECT kernel.guard_account_rows('academy.risk_episode');
ALTER POLICY own ON academy.risk_episode USING (false);

-- "Would you recommend this course", asked half-way and at the end. No score: the student did not want to say.
CREATE TABLE academy.survey_answer (
  enrollment_id uuid NOT NULL REFERENCES academy.enrollment (id),
  account_id uuid NOT NULL,
  person_id uuid NOT NULL,
  course_id uuid NOT NULL,
  moment text NOT NULL CHECK (moment IN ('half', 'end')),
  score int CHECK (score BETWEEN 0 AND 10),
  comment text NOT NULL DEFAULT '',
  answered_at timestamptz NOT NULL,
  PRIMARY KEY (enrollment_id, moment)
);
CREATE INDEX survey_answer_course ON academy.survey_answer (course_id, answered_at);
SELECT kernel.guard_account_rows('academy.survey_answer');
ALTER POLICY own ON academy.survey_answer USING (account_id = ANY ((SELECT kernel.own_accounts())::uuid[])
  AND person_id = (SELECT kernel.own_person()));

-- Days on which a student learned, so that "active in the last 30 days" can be asked for any day in the past. Written by
-- the database itself whenever an enrolment is seen active.
CREATE TABLE academy.active_day (
  enrollment_id uuid NOT NULL REFERENCES academy.enrollment (id),
  account_id uuid NOT NULL,
  -- A day of UTC.
  on_day date NOT NULL,
  first_at timestamptz NOT NULL,
  PRIMARY KEY (enrollment_id, on_day)
);
CREATE INDEX active_day_first ON academy.active_day (first_at);
SELECT kernel.guard_account_rows('academy.active_day');

CREATE FUNCTION academy.note_active_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO academy.active_day (enrollment_id, account_id, on_day, first_at)
  VALUES (NEW.id, NEW.account_id, (NEW.last_active_at AT TIME ZONE 'UTC')::date, NEW.last_active_at)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER note_active_day AFTER INSERT OR UPDATE OF last_active_at ON academy.enrollment
  FOR EACH ROW WHEN (NEW.last_active_at IS NOT NULL) EXECUTE FUNCTION academy.note_active_day();

-- Who comes back through another account takes the whole record along: rows that stayed with the old account would be
-- hidden from the student. Tables name the enrolment, or something that does.
CREATE FUNCTION academy.move_record(moved uuid, to_account uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  place record;
BEGIN
  PERFORM set_config('cairn.moves_accounts', 'on', true);
  UPDATE academy.enrollment SET account_id = to_account WHERE id = moved;
  FOR place IN
    SELECT c.relname, named.attname FROM pg_class c
      JOIN pg_attribute owner ON owner.attrelid = c.oid AND owner.attname = 'account_id'
      JOIN pg_attribute named ON named.attrelid = c.oid AND named.attname IN ('enrollment_id', 'enrolment_id')
    WHERE c.relnamespace = 'academy'::regnamespace AND c.relkind = 'r' AND c.relname <> 'invitation'
    ORDER BY c.relname
  LOOP
    EXECUTE format('UPDATE academy.%I SET account_id = $1 WHERE %I = $2', place.relname, place.attname)
      USING to_account, moved;
  END LOOP;
  UPDATE academy.quiz_item SET account_id = to_account
    WHERE attempt_id IN (SELECT id FROM academy.quiz_attempt WHERE enrollment_id = moved);
  UPDATE academy.quiz_save SET account_id = to_account
    WHERE attempt_id IN (SELECT id FROM academy.quiz_attempt WHERE enrollment_id = moved);
  UPDATE academy.quiz_remark_change SET account_id = to_account
    WHERE attempt_id IN (SELECT id FROM academy.quiz_attempt WHERE enrollment_id = moved);
  UPDATE academy.submission_file SET account_id = to_account
    WHERE submission_id IN (SELECT id FROM academy.submission WHERE enrollment_id = moved);
  UPDATE academy.mark SET account_id = to_account
    WHERE submission_id IN (SELECT id FROM academy.submission WHERE enrollment_id = moved);
  UPDATE academy.student_question_message SET account_id = to_account
    WHERE question_id IN (SELECT id FROM academy.student_question WHERE enrollment_id = moved);
  UPDATE academy.certificate_status SET account_id = to_account
    WHERE certificate_id IN (SELECT id FROM academy.certificate WHERE enrollment_id = moved);
  PERFORM set_config('cairn.moves_accounts', '', true);
END $$;
