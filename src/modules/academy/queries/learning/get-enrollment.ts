import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { type EnrollmentItem, EnrollmentRecord, OneEnrollment } from "#modules/academy/contract/students.ts";
import { type EnrollmentRow, getEnrollment as readEnrollment } from "#modules/academy/learning/enrollment.ts";
import { readMyOutline } from "#modules/academy/learning/my-outline.ts";
import { keptOutline, type OutlineLesson } from "#modules/academy/learning/outline.ts";
import { readEvidence } from "#modules/academy/learning/read-evidence.ts";
import { STUDENT_COLUMNS, STUDENT_TABLES } from "#modules/academy/queries/learning/list-enrollments.ts";
import { decideCompletion } from "#modules/academy/rules/learning/decide-completion.ts";

type History = z.output<typeof EnrollmentRecord>["history"];

const readHistory = (db: Db, enrollmentId: string) =>
  rows<History[number]>(
    db,
    sql`SELECT to_jsonb(s.at) AS at, s.status, s.cause, p.name AS "byName"
        FROM academy.enrollment_status s LEFT JOIN auth.person p ON p.id = s.by_person_id
        WHERE s.enrollment_id = ${enrollmentId} ORDER BY s.seq`,
  );

const readOverrides = (db: Db, enrollmentId: string) =>
  rows<{ lessonKey: string; opensAt: string | null; reason: string }>(
    db,
    sql`SELECT lesson_key AS "lessonKey", to_jsonb(opens_at) AS "opensAt", reason
        FROM academy.opening_override WHERE enrollment_id = ${enrollmentId}`,
  );

async function readLessons(
  context: { db: Db; now: Temporal.Instant } & Parameters<typeof readMyOutline>[0],
  enrollment: EnrollmentRow,
) {
  const { db, cache } = context;
  const [outline, lessons, overrides] = await Promise.all([
    readMyOutline(context, enrollment),
    keptOutline({ db, cache }, enrollment.curriculum_id),
    readOverrides(db, enrollment.id),
  ]);
  const evidenceOf = (lesson: OutlineLesson) => readEvidence(db, enrollment.id, lesson);
  const evidence = await Promise.all(lessons.map(evidenceOf));
  return outline.items.flatMap(({ moduleKey: _moduleKey, ...item }, index) => {
    const known = evidence[index];
    if (!known) return [];
    const override = overrides.find(({ lessonKey }) => lessonKey === item.key);
    return {
      ...item,
      progress: decideCompletion(item.completion, known),
      override: override ? { opensAt: override.opensAt, reason: override.reason } : null,
    };
  });
}

/** A student's record in a course, with what completed each lesson. Errors: `academy.enrollment_unknown`. */
export const getEnrollment = defineQuery({
  name: "academy.get_enrollment",
  title: "Read a student's record in a course",
  http: "GET /academy/enrollments/:enrollmentId",
  access: "academy:read",
  input: OneEnrollment,
  output: EnrollmentRecord,
  load: (db, { enrollmentId }) => readEnrollment(db, enrollmentId),
  run: async (context, enrollment) => {
    const { db } = context;
    const item = await firstRow<z.output<typeof EnrollmentItem>>(
      db,
      sql`SELECT ${STUDENT_COLUMNS} FROM ${STUDENT_TABLES} WHERE e.id = ${enrollment.id}`,
    );
    if (!item) throw new Error("An enrolment without its person");
    const [lessons, history] = await Promise.all([
      readLessons(context, enrollment),
      readHistory(db, enrollment.id),
    ]);
    return { ...item, zone: enrollment.zone, cohortId: enrollment.cohort_id, lessons, history };
  },
});
