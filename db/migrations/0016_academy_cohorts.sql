-- Groups, live sessions, announcements and discussions.
SET LOCAL lock_timeout = '5s';

-- Groups and live sessions ------------------------------------------------------------------------------------------

-- Students who take a course together, by dates. `starts_on` is the day lessons that open by days count from; days are
-- those of `zone`.
CREATE TABLE academy.cohort (
  id uuid PRIMARY KEY,
  course_id uuid NOT NULL REFERENCES academy.course (id),
  title text NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  zone text NOT NULL,
  -- Null: as many as come.
  capacity int CHECK (capacity BETWEEN 1 AND 100000),
  -- open: students may be placed in it. closed: nobody more. cancelled: it does not take place.
  status text NOT NULL CHECK (status IN ('open', 'closed', 'cancelled')),
  -- The days students may choose it by themselves, the last included; both null: staff alone place students.
  enrol_from_on date,
  enrol_until_on date,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  -- When its first day was told as an event.
  started_at timestamptz,
  CHECK (ends_on >= starts_on),
  CHECK ((enrol_from_on IS NULL) = (enrol_until_on IS NULL)),
  CHECK (enrol_until_on >= enrol_from_on)
);
CREATE INDEX cohort_course ON academy.cohort (course_id, starts_on);

-- Who came into which cohort when, and from which. The newest is where the enrolment is.
CREATE TABLE academy.cohort_placement (
  id uuid PRIMARY KEY,
  enrollment_id uuid NOT NULL REFERENCES academy.enrollment (id),
  account_id uuid NOT NULL,
  from_cohort_id uuid REFERENCES academy.cohort (id),
  -- Null: taken out, to learn at their own pace.
  to_cohort_id uuid REFERENCES academy.cohort (id),
  reason text NOT NULL DEFAULT '',
  by_person_id uuid,
  at timestamptz NOT NULL
);
CREATE INDEX cohort_placement_enrollment ON academy.cohort_placement (enrollment_id, at);
SELECT kernel.guard_account_rows('academy.cohort_placement');

-- A meeting of a cohort at one instant. `zone` is whose clock it was planned by; `key` says which live block of the
-- lessons it is the date of.
CREATE TABLE academy.session (
  id uuid PRIMARY KEY,
  cohort_id uuid NOT NULL REFERENCES academy.cohort (id),
  key text,
  title text NOT NULL,
  description text NOT NULL DEFAULT '',
  starts_at timestamptz NOT NULL,
  zone text NOT NULL,
  duration_minutes int NOT NULL CHECK (duration_minutes BETWEEN 5 AND 1440),
  -- Shown from 15 minutes before the start, to students of the cohort alone.
  join_url text,
  capacity int CHECK (capacity BETWEEN 1 AND 100000),
  status text NOT NULL CHECK (status IN ('scheduled', 'cancelled')),
  -- Rises with what calendars show (RFC 5545, SEQUENCE).
  sequence int NOT NULL DEFAULT 0,
  recording_url text,
  recording_file_id uuid,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  changed_at timestamptz NOT NULL,
  cancelled_at timestamptz,
  cancel_reason text NOT NULL DEFAULT '',
  CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL))
);
CREATE INDEX session_cohort ON academy.session (cohort_id, starts_at);
CREATE UNIQUE INDEX session_key ON academy.session (cohort_id, key) WHERE status = 'scheduled' AND key IS NOT NULL;
CREATE INDEX session_recording ON academy.session (recording_file_id) WHERE recording_file_id IS NOT NULL;

-- Who went to a session: that the way in was taken is seen, what that means says a person.
CREATE TABLE academy.session_attendance (
  session_id uuid NOT NULL REFERENCES academy.session (id),
  enrollment_id uuid NOT NULL REFERENCES academy.enrollment (id),
  account_id uuid NOT NULL,
  person_id uuid NOT NULL,
  joined_at timestamptz,
  status text CHECK (status IN ('present', 'absent', 'excused')),
  marked_by uuid,
  marked_at timestamptz,
  PRIMARY KEY (session_id, enrollment_id),
  CHECK ((status IS NULL) = (marked_at IS NULL))
);
CREATE INDEX session_attendance_enrollment ON academy.session_attendance (enrollment_id);
SELECT kernel.guard_account_rows('academy.session_attendance');
ALTER POLICY own ON academy.session_attendance USING (account_id = ANY ((SELECT kernel.own_accounts())::uuid[])
  AND person_id = (SELECT kernel.own_person()));

-- How many places are taken. As the schema's owner, because a student's role sees no other student; it tells a number alone.
CREATE FUNCTION academy.students_in_cohort(cohort uuid) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT count(*) FROM academy.enrollment WHERE cohort_id = cohort AND status IN ('active', 'suspended')
$$;
CREATE FUNCTION academy.students_in_session(session uuid) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT count(*) FROM academy.session_attendance WHERE session_id = session AND joined_at IS NOT NULL
$$;

-- The secret address under which a student's calendar program reads the sessions. Only its hash is kept.
CREATE TABLE academy.calendar_feed (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL,
  secret_sha256 text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE UNIQUE INDEX calendar_feed_person ON academy.calendar_feed (person_id) WHERE revoked_at IS NULL;
ALTER TABLE academy.calendar_feed ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON academy.calendar_feed TO cairn_app USING (true) WITH CHECK (true);
CREATE POLICY own ON academy.calendar_feed TO cairn_customer USING (person_id = (SELECT kernel.own_person()));

-- Announcements, discussions and questions ---------------------------------------------------------------------------

-- Whom a customer's operation may read along with: who takes a course now reads what is said in it, whatever account
-- they are in. These tables have no account_id for that reason; their policies ask for an active enrolment of the reader
-- instead. The enrolments asked are those the reader's role sees, which are the reader's own: nobody answers as the owner.

-- News of a course, or of one cohort of it.
CREATE TABLE academy.announcement (
  id uuid PRIMARY KEY,
  course_id uuid NOT NULL REFERENCES academy.course (id),
  -- Null: for everybody who takes the course.
  cohort_id uuid REFERENCES academy.cohort (id),
  title text NOT NULL,
  -- Rich text.
  body jsonb NOT NULL,
  -- Goes to students by mail as well.
  by_mail boolean NOT NULL,
  publish_at timestamptz NOT NULL,
  -- When it went out; null while it waits for its time.
  published_at timestamptz,
  withdrawn_at timestamptz,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  changed_at timestamptz NOT NULL
);
CREATE INDEX announcement_course ON academy.announcement (course_id, publish_at);
CREATE INDEX announcement_due ON academy.announcement (publish_at) WHERE published_at IS NULL AND withdrawn_at IS NULL;
ALTER TABLE academy.announcement ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON academy.announcement TO cairn_app USING (true) WITH CHECK (true);
CREATE POLICY own ON academy.announcement FOR SELECT TO cairn_customer USING (
  published_at IS NOT NULL AND withdrawn_at IS NULL AND EXISTS (SELECT FROM academy.enrollment e
    WHERE e.course_id = announcement.course_id AND e.person_id = (SELECT kernel.own_person()) AND e.status = 'active'
      AND (announcement.cohort_id IS NULL OR announcement.cohort_id = e.cohort_id)));

-- Who does not want announcements of a course by mail.
CREATE TABLE academy.announcement_opt_out (
  person_id uuid NOT NULL,
  course_id uuid NOT NULL REFERENCES academy.course (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (person_id, course_id)
);
ALTER TABLE academy.announcement_opt_out ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON academy.announcement_opt_out TO cairn_app USING (true) WITH CHECK (true);
CREATE POLICY own ON academy.announcement_opt_out TO cairn_customer USING (person_id = (SELECT kernel.own_person()));

-- What is said about a lesson: a post that begins a thread, and the replies to it.
CREATE TABLE academy.discussion_post (
  id uuid PRIMARY KEY,
  course_id uuid NOT NULL REFERENCES academy.course (id),
  lesson_key uuid NOT NULL,
  -- Null: this one begins a thread.
  thread_id uuid REFERENCES academy.discussion_post (id),
  title text NOT NULL DEFAULT '',
  -- Null once its author was erased.
  person_id uuid,
  is_staff boolean NOT NULL DEFAULT false,
  -- As it was typed, and what it reads as: rich text of a few simple forms.
  body text NOT NULL,
  content jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  edited_at timestamptz,
  deleted_at timestamptz,
  hidden_at timestamptz,
  hidden_by uuid,
  hide_reason text NOT NULL DEFAULT '',
  -- Of threads.
  pinned_at timestamptz,
  locked_at timestamptz,
  -- Of replies: staff say that this answers the thread.
  answer_at timestamptz,
  CHECK ((thread_id IS NULL) = (title <> ''))
);
CREATE INDEX discussion_post_lesson ON academy.discussion_post (course_id, lesson_key, created_at) WHERE thread_id IS NULL;
CREATE INDEX discussion_post_thread ON academy.discussion_post (thread_id, created_at);
CREATE INDEX discussion_post_person ON academy.discussion_post (person_id, created_at);
CREATE INDEX discussion_post_time ON academy.discussion_post (created_at, id);
ALTER TABLE academy.discussion_post ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON academy.discussion_post TO cairn_app USING (true) WITH CHECK (true);
-- Read by who takes the course now; what staff hid by its author alone.
CREATE POLICY enrolled ON academy.discussion_post FOR SELECT TO cairn_customer USING (
  (hidden_at IS NULL OR person_id = (SELECT kernel.own_person())) AND EXISTS (SELECT FROM academy.enrollment e
    WHERE e.course_id = discussion_post.course_id AND e.person_id = (SELECT kernel.own_person()) AND e.status = 'active'));
-- Written in one's own name alone, and never as staff.
CREATE POLICY own_new ON academy.discussion_post FOR INSERT TO cairn_customer WITH CHECK (
  person_id = (SELECT kernel.own_person()) AND NOT is_staff AND EXISTS (SELECT FROM academy.enrollment e
    WHERE e.course_id = discussion_post.course_id AND e.person_id = (SELECT kernel.own_person()) AND e.status = 'active'));
CREATE POLICY own_change ON academy.discussion_post FOR UPDATE TO cairn_customer
  USING (person_id = (SELECT kernel.own_person()) AND NOT is_staff)
  WITH CHECK (person_id = (SELECT kernel.own_person()) AND NOT is_staff);

-- What people are called in discussions, as they chose. Seen by who sees a post of theirs.
CREATE TABLE academy.discussion_author (
  person_id uuid PRIMARY KEY,
  name text NOT NULL,
  changed_at timestamptz NOT NULL
);
ALTER TABLE academy.discussion_author ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON academy.discussion_author TO cairn_app USING (true) WITH CHECK (true);
CREATE POLICY seen ON academy.discussion_author FOR SELECT TO cairn_customer USING (
  person_id = (SELECT kernel.own_person())
  OR EXISTS (SELECT FROM academy.discussion_post d WHERE d.person_id = discussion_author.person_id));
CREATE POLICY own_new ON academy.discussion_author FOR INSERT TO cairn_customer
  WITH CHECK (person_id = (SELECT kernel.own_person()));
CREATE POLICY own_change ON academy.discussion_author FOR UPDATE TO cairn_customer
  USING (person_id = (SELECT kernel.own_person())) WITH CHECK (person_id = (SELECT kernel.own_person()));

-- A student thinks that staff should look at a post.
CREATE TABLE academy.discussion_report (
  post_id uuid NOT NULL REFERENCES academy.discussion_post (id),
  person_id uuid NOT NULL,
  reason text NOT NULL,
  created_at timestamptz NOT NULL,
  settled_at timestamptz,
  settled_by uuid,
  PRIMARY KEY (post_id, person_id)
);
CREATE INDEX discussion_report_open ON academy.discussion_report (created_at) WHERE settled_at IS NULL;
ALTER TABLE academy.discussion_report ENABLE ROW LEVEL SECURITY;
CREATE POLICY house ON academy.discussion_report TO cairn_app USING (true) WITH CHECK (true);
CREATE POLICY own ON academy.discussion_report FOR SELECT TO cairn_customer
  USING (person_id = (SELECT kernel.own_person()));
CREATE POLICY own_new ON academy.discussion_report FOR INSERT TO cairn_customer
  WITH CHECK (person_id = (SELECT kernel.own_person())
    AND EXISTS (SELECT FROM academy.discussion_post d WHERE d.id = post_id));

-- A question of a student to who teaches, from a lesson; nobody else reads it.
CREATE TABLE academy.student_question (
  id uuid PRIMARY KEY,
  enrollment_id uuid NOT NULL REFERENCES academy.enrollment (id),
  account_id uuid NOT NULL,
  person_id uuid NOT NULL,
  course_id uuid NOT NULL REFERENCES academy.course (id),
  -- Null: about the course as a whole.
  lesson_key uuid,
  subject text NOT NULL,
  -- open: staff are to say something. answered: they did.
  status text NOT NULL CHECK (status IN ('open', 'answered')),
  assignee_id uuid,
  created_at timestamptz NOT NULL,
  -- When the newest message came.
  last_at timestamptz NOT NULL
);
CREATE INDEX student_question_enrollment ON academy.student_question (enrollment_id, last_at);
CREATE INDEX student_question_status ON academy.student_question (status, last_at, id);
CREATE TABLE academy.student_question_message (
  id uuid PRIMARY KEY,
  question_id uuid NOT NULL REFERENCES academy.student_question (id),
  account_id uuid NOT NULL,
  -- The student whose question it is.
  person_id uuid NOT NULL,
  -- Who wrote this; null once erased.
  author_id uuid,
  author_name text NOT NULL,
  is_staff boolean NOT NULL,
  body text NOT NULL,
  content jsonb NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX student_question_message_question ON academy.student_question_message (question_id, at);
SELECT kernel.guard_account_rows(name)
FROM unnest(ARRAY['academy.student_question', 'academy.student_question_message']) AS name;
ALTER POLICY own ON academy.student_question USING (account_id = ANY ((SELECT kernel.own_accounts())::uuid[])
  AND person_id = (SELECT kernel.own_person()));
ALTER POLICY own ON academy.student_question_message USING (account_id = ANY ((SELECT kernel.own_accounts())::uuid[])
  AND person_id = (SELECT kernel.own_person()));
