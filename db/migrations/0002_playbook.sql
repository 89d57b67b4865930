-- The plan and what answers for it.
SET LOCAL lock_timeout = '5s';

CREATE SCHEMA playbook;

-- One plan is active; an older one is kept, archived.
CREATE TABLE playbook.plan (
  id uuid PRIMARY KEY,
  title text NOT NULL,
  start_on date NOT NULL,
  currency char(3) NOT NULL,
  language text NOT NULL DEFAULT 'en',
  -- What month 1 is where the plan names calendar times, such as 2027-01.
  calendar_start text,
  working_weekdays int[] NOT NULL DEFAULT '{1,2,3,4,5}',
  holidays date[] NOT NULL DEFAULT '{}',
  source_id uuid,
  created_at timestamptz NOT NULL,
  archived_at timestamptz
);
CREATE UNIQUE INDEX plan_active ON playbook.plan ((true)) WHERE archived_at IS NULL;

-- Every file that was imported, byte for byte, with what was read from it.
CREATE TABLE playbook.source (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES playbook.plan (id),
  file_name text NOT NULL,
  sha256 text NOT NULL,
  raw bytea NOT NULL,
  text text NOT NULL,
  encoding jsonb NOT NULL,
  counts jsonb NOT NULL,
  skipped jsonb NOT NULL,
  structure jsonb NOT NULL,
  lint jsonb NOT NULL,
  changes jsonb NOT NULL,
  imported_at timestamptz NOT NULL,
  imported_by uuid
);
CREATE INDEX source_plan ON playbook.source (plan_id, imported_at DESC);

-- A file uploaded to be looked at before it is imported; kept for a day, for who uploaded it.
CREATE TABLE playbook.import_draft (
  id uuid PRIMARY KEY,
  file_name text NOT NULL,
  raw bytea NOT NULL,
  start_on date,
  created_at timestamptz NOT NULL,
  created_by uuid
);
CREATE INDEX import_draft_age ON playbook.import_draft (created_at);

-- Everything a line of the plan became. `path` is its identity: texts repeat. A line that disappears from the
-- source is marked removed, never deleted: its evidence and history stay.
CREATE TABLE playbook.node (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES playbook.plan (id),
  kind text NOT NULL,
  path text NOT NULL,
  parent_id uuid REFERENCES playbook.node (id),
  phase_id uuid,
  work_package_id uuid,
  position int NOT NULL,
  text text NOT NULL,
  label text,
  "group" text,
  line_from int NOT NULL,
  line_to int NOT NULL,
  span jsonb,
  due jsonb,
  source_state text,
  completes_id uuid,
  owner_hint text,
  notes text,
  implicit boolean NOT NULL DEFAULT false,
  -- Everything the reader found of this line, so that the plan can be written back as it was.
  facts jsonb NOT NULL DEFAULT '{}',
  owner_id uuid,
  -- Planned, as scheduled now: half-open days in the company's zone.
  starts_on date,
  ends_on date,
  due_on date,
  added_at timestamptz NOT NULL,
  removed_at timestamptz
);
CREATE UNIQUE INDEX node_path ON playbook.node (plan_id, path) WHERE removed_at IS NULL;
CREATE INDEX node_kind ON playbook.node (plan_id, kind, position) WHERE removed_at IS NULL;
-- Counting by phase, and paging through criteria, without touching the table.
CREATE INDEX node_share ON playbook.node (plan_id, phase_id, kind)
  WHERE removed_at IS NULL AND kind IN ('deliverable', 'criterion', 'kpi');
CREATE INDEX node_criterion ON playbook.node (plan_id, position)
  WHERE removed_at IS NULL AND kind IN ('criterion', 'kpi');
CREATE INDEX node_parent ON playbook.node (parent_id);
CREATE INDEX node_work_package ON playbook.node (work_package_id, kind) WHERE removed_at IS NULL;
CREATE INDEX node_phase ON playbook.node (phase_id, kind) WHERE removed_at IS NULL;
CREATE INDEX node_owner ON playbook.node (owner_id) WHERE owner_id IS NOT NULL;

CREATE TABLE playbook.question (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES playbook.plan (id),
  node_id uuid REFERENCES playbook.node (id),
  code text NOT NULL,
  message text NOT NULL,
  line_from int NOT NULL,
  line_to int NOT NULL,
  asked_at timestamptz NOT NULL,
  answer text,
  answered_at timestamptz,
  answered_by uuid,
  withdrawn_at timestamptz
);
CREATE INDEX question_open ON playbook.question (plan_id) WHERE answered_at IS NULL AND withdrawn_at IS NULL;

-- Work: what has really happened to a work package.
CREATE TABLE playbook.work_package (
  node_id uuid PRIMARY KEY REFERENCES playbook.node (id),
  -- Where the source puts it; node.starts_on/ends_on is where it stands now.
  source_starts_on date,
  source_ends_on date,
  duration_days int,
  -- Set when a person moved it: it may not start earlier.
  not_before_on date,
  actual_start_on date,
  actual_end_on date,
  status text NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'active', 'done', 'cancelled')),
  status_note text,
  updated_at timestamptz NOT NULL
);

CREATE TABLE playbook.dependency (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES playbook.plan (id),
  from_id uuid NOT NULL REFERENCES playbook.node (id),
  to_id uuid NOT NULL REFERENCES playbook.node (id),
  type char(2) NOT NULL CHECK (type IN ('FS', 'SS', 'FF', 'SF')),
  lag_days int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  created_by uuid,
  removed_at timestamptz,
  CHECK (from_id <> to_id)
);
CREATE UNIQUE INDEX dependency_pair ON playbook.dependency (from_id, to_id, type) WHERE removed_at IS NULL;
CREATE INDEX dependency_plan ON playbook.dependency (plan_id) WHERE removed_at IS NULL;

CREATE TABLE playbook.baseline (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES playbook.plan (id),
  name text NOT NULL,
  reason text,
  taken_at timestamptz NOT NULL,
  taken_by uuid
);

CREATE TABLE playbook.baseline_item (
  baseline_id uuid NOT NULL REFERENCES playbook.baseline (id),
  node_id uuid NOT NULL REFERENCES playbook.node (id),
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  PRIMARY KEY (baseline_id, node_id)
);

-- A number to reach. `metric` is null until the owner says what measures it.
CREATE TABLE playbook.target (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES playbook.plan (id),
  node_id uuid NOT NULL UNIQUE REFERENCES playbook.node (id),
  line int NOT NULL,
  raw text NOT NULL,
  op text NOT NULL CHECK (op IN ('>=', '>', '<=', '<', '=', 'between', 'delta')),
  min numeric,
  max numeric,
  unit text,
  currency char(3),
  "window" text,
  metric text,
  metric_set_by uuid,
  due_on date,
  removed_at timestamptz
);
CREATE INDEX target_plan ON playbook.target (plan_id) WHERE removed_at IS NULL;
CREATE INDEX target_metric ON playbook.target (metric) WHERE removed_at IS NULL;

-- Where each criterion and KPI stands, and every change of it. The status is rewritten by judging, the changes never.
CREATE TABLE playbook.criterion_status (
  node_id uuid PRIMARY KEY REFERENCES playbook.node (id),
  plan_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('not_started', 'on_track', 'at_risk', 'met', 'missed', 'unknown')),
  reason text NOT NULL,
  value numeric,
  value_reason text,
  as_of_on date,
  source text NOT NULL CHECK (source IN ('live', 'reported', 'none', 'proof', 'person')),
  progress numeric,
  stretch_met boolean NOT NULL DEFAULT false,
  forecast jsonb,
  met_at timestamptz,
  judged_at timestamptz NOT NULL
);
CREATE INDEX criterion_status_plan ON playbook.criterion_status (plan_id, state);

CREATE TABLE playbook.criterion_change (
  id uuid PRIMARY KEY,
  node_id uuid NOT NULL REFERENCES playbook.node (id),
  at timestamptz NOT NULL,
  state text NOT NULL,
  was text,
  reason text NOT NULL,
  value numeric
);
CREATE INDEX criterion_change_node ON playbook.criterion_change (node_id, at DESC);
CREATE INDEX criterion_change_time ON playbook.criterion_change (at DESC);

-- A criterion no metric and no deliverable answers for is confirmed by a person, and can be taken back.
CREATE TABLE playbook.confirmation (
  id uuid PRIMARY KEY,
  node_id uuid NOT NULL REFERENCES playbook.node (id),
  confirmed_by uuid,
  confirmed_at timestamptz NOT NULL,
  note text NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_by uuid
);
CREATE UNIQUE INDEX confirmation_current ON playbook.confirmation (node_id) WHERE withdrawn_at IS NULL;

-- Gates stand at the end of a phase; the next phase opens through them.
CREATE TABLE playbook.gate (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES playbook.plan (id),
  phase_id uuid NOT NULL UNIQUE REFERENCES playbook.node (id),
  opens_phase_id uuid REFERENCES playbook.node (id),
  due_on date NOT NULL,
  opened_at timestamptz,
  opened_by uuid
);
CREATE INDEX gate_plan ON playbook.gate (plan_id);

CREATE TABLE playbook.gate_criterion (
  gate_id uuid NOT NULL REFERENCES playbook.gate (id),
  node_id uuid NOT NULL REFERENCES playbook.node (id),
  added_at timestamptz NOT NULL,
  added_by uuid,
  removed_at timestamptz,
  PRIMARY KEY (gate_id, node_id)
);

CREATE TABLE playbook.waiver (
  id uuid PRIMARY KEY,
  gate_id uuid NOT NULL REFERENCES playbook.gate (id),
  node_id uuid NOT NULL REFERENCES playbook.node (id),
  reason text NOT NULL,
  author_id uuid,
  created_at timestamptz NOT NULL,
  expires_on date NOT NULL,
  revoked_at timestamptz,
  revoked_by uuid
);
CREATE INDEX waiver_gate ON playbook.waiver (gate_id);

CREATE TABLE playbook.gate_decision (
  id uuid PRIMARY KEY,
  gate_id uuid NOT NULL REFERENCES playbook.gate (id),
  decision text NOT NULL CHECK (decision IN ('opened', 'refused', 'closed')),
  decided_at timestamptz NOT NULL,
  decided_by uuid,
  note text,
  -- The criteria as they stood: state, value and source of each.
  facts jsonb NOT NULL
);
CREATE INDEX gate_decision_gate ON playbook.gate_decision (gate_id, decided_at DESC);

-- Proof. A deliverable is proved when each of its bindings finds enough living evidence.
CREATE TABLE playbook.evidence_binding (
  id uuid PRIMARY KEY,
  deliverable_id uuid NOT NULL REFERENCES playbook.node (id),
  kind text NOT NULL,
  filter jsonb NOT NULL DEFAULT '{}',
  min_count int NOT NULL DEFAULT 1 CHECK (min_count > 0),
  suggested boolean NOT NULL DEFAULT false,
  -- Made by bringing a piece of evidence: it counts, but its absence asks for nothing.
  brought boolean NOT NULL DEFAULT false,
  -- What was found when it was last judged ([{id, label}]), to name what disappears.
  seen jsonb NOT NULL DEFAULT '[]',
  created_at timestamptz NOT NULL,
  created_by uuid,
  removed_at timestamptz
);
CREATE UNIQUE INDEX evidence_binding_once ON playbook.evidence_binding (deliverable_id, kind, filter)
  WHERE removed_at IS NULL;
CREATE INDEX evidence_binding_deliverable ON playbook.evidence_binding (deliverable_id) WHERE removed_at IS NULL;
CREATE INDEX evidence_binding_kind ON playbook.evidence_binding (kind) WHERE removed_at IS NULL;

-- Evidence a person brings: a file, a link, a signed note. Withdrawn, never deleted.
CREATE TABLE playbook.evidence_item (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES playbook.plan (id),
  kind text NOT NULL CHECK (kind IN ('file', 'link', 'note')),
  title text NOT NULL,
  url text,
  file_id uuid,
  body text,
  signed_name text,
  created_at timestamptz NOT NULL,
  created_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text
);
CREATE INDEX evidence_item_plan ON playbook.evidence_item (plan_id, created_at DESC);

-- Which deliverables a piece of evidence was brought for.
CREATE TABLE playbook.evidence_use (
  item_id uuid NOT NULL REFERENCES playbook.evidence_item (id),
  deliverable_id uuid NOT NULL REFERENCES playbook.node (id),
  PRIMARY KEY (item_id, deliverable_id)
);
CREATE INDEX evidence_use_deliverable ON playbook.evidence_use (deliverable_id);

CREATE TABLE playbook.deliverable_status (
  node_id uuid PRIMARY KEY REFERENCES playbook.node (id),
  plan_id uuid NOT NULL,
  proved boolean NOT NULL,
  proved_at timestamptz,
  reopened_at timestamptz,
  reason text NOT NULL,
  checked_at timestamptz NOT NULL
);
CREATE INDEX deliverable_status_plan ON playbook.deliverable_status (plan_id, proved);

CREATE TABLE playbook.proof_change (
  id uuid PRIMARY KEY,
  node_id uuid NOT NULL REFERENCES playbook.node (id),
  at timestamptz NOT NULL,
  proved boolean NOT NULL,
  reason text NOT NULL
);
CREATE INDEX proof_change_node ON playbook.proof_change (node_id, at DESC);
CREATE INDEX proof_change_time ON playbook.proof_change (at DESC);

CREATE TABLE playbook.risk (
  node_id uuid PRIMARY KEY REFERENCES playbook.node (id),
  plan_id uuid NOT NULL,
  probability int CHECK (probability BETWEEN 1 AND 5),
  impact int CHECK (impact BETWEEN 1 AND 5),
  response text,
  response_kind text CHECK (response_kind IN ('avoid', 'reduce', 'transfer', 'accept')),
  -- {metric, op, level, raiseTo:{probability?,impact?}}
  trigger jsonb,
  triggered_at timestamptz,
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'happened', 'closed')),
  updated_at timestamptz NOT NULL
);
CREATE INDEX risk_plan ON playbook.risk (plan_id);

CREATE TABLE playbook.risk_change (
  id uuid PRIMARY KEY,
  node_id uuid NOT NULL REFERENCES playbook.node (id),
  at timestamptz NOT NULL,
  by_person_id uuid,
  cause text NOT NULL,
  was jsonb NOT NULL,
  became jsonb NOT NULL
);
CREATE INDEX risk_change_node ON playbook.risk_change (node_id, at DESC);
CREATE INDEX risk_change_time ON playbook.risk_change (at DESC);

CREATE TABLE playbook.review (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES playbook.plan (id),
  -- ISO week of the week looked back on, such as 2027-W01.
  week text NOT NULL,
  draft jsonb NOT NULL,
  summary text NOT NULL DEFAULT '',
  -- What the next draft compares with: the chance each target had ({nodeId: 0..1}).
  chances jsonb NOT NULL DEFAULT '{}',
  drafted_at timestamptz NOT NULL,
  signed_at timestamptz,
  signed_by uuid,
  signed_name text,
  -- Draft, summary and actions as they were signed, and the digest of exactly that text.
  frozen text,
  sha256 text,
  UNIQUE (plan_id, week)
);

CREATE TABLE playbook.action (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES playbook.plan (id),
  review_id uuid REFERENCES playbook.review (id),
  node_id uuid REFERENCES playbook.node (id),
  text text NOT NULL,
  assignee_id uuid,
  due_on date,
  done_at timestamptz,
  done_by uuid,
  created_at timestamptz NOT NULL,
  created_by uuid
);
CREATE INDEX action_assignee ON playbook.action (assignee_id) WHERE done_at IS NULL;
CREATE INDEX action_review ON playbook.action (review_id);

CREATE TABLE playbook.comment (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES playbook.plan (id),
  subject_kind text NOT NULL CHECK (subject_kind IN ('node', 'review', 'experiment')),
  subject_id uuid NOT NULL,
  body text NOT NULL,
  mentions uuid[] NOT NULL DEFAULT '{}',
  author_id uuid,
  created_at timestamptz NOT NULL,
  edited_at timestamptz,
  removed_at timestamptz
);
CREATE INDEX comment_subject ON playbook.comment (subject_kind, subject_id, created_at);

CREATE TABLE playbook.check_in (
  id uuid PRIMARY KEY,
  node_id uuid NOT NULL REFERENCES playbook.node (id),
  on_day date NOT NULL,
  confidence int CHECK (confidence BETWEEN 1 AND 5),
  note text NOT NULL,
  author_id uuid,
  created_at timestamptz NOT NULL
);
CREATE INDEX check_in_node ON playbook.check_in (node_id, created_at DESC);

CREATE TABLE playbook.experiment (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES playbook.plan (id),
  work_package_id uuid REFERENCES playbook.node (id),
  title text NOT NULL,
  hypothesis text NOT NULL,
  metric text,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  baseline_value numeric,
  expected_value numeric,
  result_value numeric,
  result_note text,
  decision text CHECK (decision IN ('adopt', 'change', 'stop')),
  decided_at timestamptz,
  decided_by uuid,
  owner_id uuid,
  created_at timestamptz NOT NULL,
  created_by uuid,
  removed_at timestamptz,
  CHECK (ends_on > starts_on)
);
CREATE INDEX experiment_plan ON playbook.experiment (plan_id, starts_on);

CREATE TABLE playbook.calendar_feed (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL,
  secret_sha256 text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz
);
-- One living link a person: a new one ends the old.
CREATE UNIQUE INDEX calendar_feed_person ON playbook.calendar_feed (person_id) WHERE revoked_at IS NULL;

-- A link that the source asks for goes when the source drops it; one that a person made stays.
ALTER TABLE playbook.dependency ADD COLUMN imported boolean NOT NULL DEFAULT false;

-- Every change of a work package's dates, so that the schedule of any earlier instant can be told.
CREATE TABLE playbook.schedule_change (
  id uuid PRIMARY KEY,
  node_id uuid NOT NULL REFERENCES playbook.node (id),
  at timestamptz NOT NULL,
  cause text NOT NULL CHECK (cause IN ('moved', 'follows', 'dependency', 'calendar', 'imported')),
  by_person_id uuid,
  -- Changes made by one decision share it.
  move_id uuid NOT NULL,
  starts_on date,
  ends_on date,
  was_starts_on date,
  was_ends_on date,
  was_source_starts_on date,
  was_source_ends_on date,
  was_not_before_on date
);
CREATE INDEX schedule_change_node ON playbook.schedule_change (node_id, at DESC);
CREATE INDEX schedule_change_time ON playbook.schedule_change (at DESC);

-- Every change of what has really happened to a work package.
CREATE TABLE playbook.work_change (
  id uuid PRIMARY KEY,
  node_id uuid NOT NULL REFERENCES playbook.node (id),
  at timestamptz NOT NULL,
  was text NOT NULL,
  status text NOT NULL,
  actual_start_on date,
  actual_end_on date,
  note text,
  by_person_id uuid
);
CREATE INDEX work_change_node ON playbook.work_change (node_id, at DESC);
CREATE INDEX work_change_time ON playbook.work_change (at DESC);

CREATE TABLE playbook.calendar_change (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES playbook.plan (id),
  at timestamptz NOT NULL,
  by_person_id uuid,
  was_weekdays int[] NOT NULL,
  was_holidays date[] NOT NULL
);
CREATE INDEX calendar_change_plan ON playbook.calendar_change (plan_id, at);

-- Tells the planner of a plan that came in all at once; without it, queries are planned for empty tables until
-- autovacuum comes by, and a plan of 5,000 work packages takes seconds instead of a tenth. Only a table's owner may
-- analyse it, hence SECURITY DEFINER; it takes no argument and touches nothing else.
CREATE FUNCTION playbook.refresh_statistics() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  ANALYZE playbook.node, playbook.work_package, playbook.target, playbook.criterion_status, playbook.deliverable_status,
          playbook.evidence_binding, playbook.dependency, playbook.baseline_item, playbook.gate_criterion,
          playbook.schedule_change;
END $$;
