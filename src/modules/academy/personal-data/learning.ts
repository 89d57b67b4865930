import { type SQL } from "drizzle-orm";
import { rows, sql } from "#kernel/db/sql.ts";
import type { PersonalDataSource } from "#kernel/module.ts";

const MINE = (personId: string) => sql`(SELECT id FROM academy.enrollment WHERE person_id = ${personId})`;
const BASIS =
  "Shows how far a student is and proves what was completed; without the person's name it says nothing of them";

/** A table of a student's record that is exported and stays when the person is erased: it names nobody. */
const record = (table: string, what: string, columns: SQL): PersonalDataSource => ({
  table: `academy.${table}`,
  what,
  basis: BASIS,
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT ${columns} FROM academy.${sql.identifier(table)} WHERE enrollment_id IN ${MINE(personId)}`,
    ),
  erase: async () => {},
});

const enrollment: PersonalDataSource = {
  table: "academy.enrollment",
  what: "Courses the person takes or took",
  basis: BASIS,
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT c.title, e.status, e.source_kind, e.zone, e.started_at, e.last_active_at, e.completed_at
          FROM academy.enrollment e JOIN academy.course c ON c.id = e.course_id WHERE e.person_id = ${personId}`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`UPDATE academy.enrollment SET status = 'cancelled', zone = 'UTC', last_lesson_key = NULL
          WHERE person_id = ${personId} AND status <> 'cancelled'`,
    );
  },
};

const note: PersonalDataSource = {
  table: "academy.note",
  what: "Notes the person wrote in lessons",
  basis: "Written by the person for themselves",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT lesson_key, at_ms, body, created_at FROM academy.note WHERE enrollment_id IN ${MINE(personId)}`,
    ),
  erase: async (db, personId) => {
    await db.execute(sql`DELETE FROM academy.note WHERE enrollment_id IN ${MINE(personId)}`);
  },
};

const activityReport: PersonalDataSource = {
  table: "academy.activity_report",
  what: "That a device reported work in a lesson, kept for some days so that it counts once",
  basis: BASIS,
  export: (db, personId) =>
    rows(db, sql`SELECT received_at FROM academy.activity_report WHERE enrollment_id IN ${MINE(personId)}`),
  erase: async (db, personId) => {
    await db.execute(sql`DELETE FROM academy.activity_report WHERE enrollment_id IN ${MINE(personId)}`);
  },
};

const invitation: PersonalDataSource = {
  table: "academy.invitation",
  what: "Invitations to courses",
  basis: "Needed until the invitation is taken or ends",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT i.email, i.name, i.invited_at, i.accepted_at FROM academy.invitation i
          JOIN auth.person p ON lower(i.email) = p.email WHERE p.id = ${personId}`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`UPDATE academy.invitation SET email = 'erased-' || id || '@invalid', name = '',
            revoked_at = coalesce(revoked_at, CASE WHEN accepted_at IS NULL THEN now() END)
          WHERE lower(email) = (SELECT email FROM auth.person WHERE id = ${personId})`,
    );
  },
};

/** What the academy knows of a student's learning. */
export const learningData: readonly PersonalDataSource[] = [
  enrollment,
  record("enrollment_status", "When the person could take a course and when not", sql`at, status, cause`),
  record(
    "opening_override",
    "Lessons that staff opened for the person",
    sql`lesson_key, opens_at, reason, at`,
  ),
  record(
    "lesson_progress",
    "Lessons opened and completed, time spent, scores",
    sql`lesson_key, opened_at, last_active_at, active_ms, score_ppm, submitted_at, completed_at, completed_by`,
  ),
  record(
    "watched",
    "Which parts of recordings were played",
    sql`lesson_key, block_id, played::text, updated_at`,
  ),
  activityReport,
  note,
  invitation,
];
