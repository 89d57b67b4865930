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
