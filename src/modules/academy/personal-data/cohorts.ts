import { rows, sql } from "#kernel/db/sql.ts";
import type { PersonalDataSource } from "#kernel/module.ts";

const placementData: PersonalDataSource = {
  table: "academy.cohort_placement",
  what: "Which cohorts a student was in, and why they moved",
  basis: "Shows how a course was taken; reasons are erased with the person",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT p.from_cohort_id, p.to_cohort_id, p.reason, p.at FROM academy.cohort_placement p
          JOIN academy.enrollment e ON e.id = p.enrollment_id WHERE e.person_id = ${personId} ORDER BY p.at`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`UPDATE academy.cohort_placement p SET reason = '' FROM academy.enrollment e
          WHERE e.id = p.enrollment_id AND e.person_id = ${personId}`,
    );
    await db.execute(
      sql`UPDATE academy.cohort_placement SET by_person_id = NULL WHERE by_person_id = ${personId}`,
    );
  },
};

const attendanceData: PersonalDataSource = {
  table: "academy.session_attendance",
  what: "Live sessions a student came to, and what staff noted",
  basis: "Proof of attendance in a course; erased with the person",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT a.session_id, s.title, s.starts_at, a.joined_at, a.status FROM academy.session_attendance a
          JOIN academy.session s ON s.id = a.session_id WHERE a.person_id = ${personId} ORDER BY s.starts_at`,
    ),
  erase: async (db, personId) => {
    await db.execute(sql`DELETE FROM academy.session_attendance WHERE person_id = ${personId}`);
    await db.execute(
      sql`UPDATE academy.session_attendance SET marked_by = NULL WHERE marked_by = ${personId}`,
    );
  },
};

const calendarData: PersonalDataSource = {
  table: "academy.calendar_feed",
  what: "Calendar addresses a student made for live sessions",
  basis: "Needed to show sessions in the student's calendar; erased with the person",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT created_at, revoked_at FROM academy.calendar_feed WHERE person_id = ${personId} ORDER BY created_at`,
    ),
  erase: async (db, personId) => {
    await db.execute(sql`DELETE FROM academy.calendar_feed WHERE person_id = ${personId}`);
  },
};

export const cohortsData: readonly PersonalDataSource[] = [placementData, attendanceData, calendarData];
