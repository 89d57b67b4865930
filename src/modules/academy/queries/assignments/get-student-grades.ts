import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { readGradeItems } from "#modules/academy/assignments/grade-items.ts";
import { StudentGrades, StudentGradesRef } from "#modules/academy/contract/grade-book.ts";
import { getEnrollment } from "#modules/academy/learning/enrollment.ts";
import { readCells, scoresOf } from "#modules/academy/queries/assignments/grade-cells.ts";
import { readGradeChanges } from "#modules/academy/queries/assignments/grade-changes.ts";
import { personRef } from "#modules/academy/queries/assignments/submission-summaries.ts";
import { weighGrades } from "#modules/academy/rules/assignments/weigh-grades.ts";

type Whole = z.output<typeof StudentGrades>;
type Of<K extends "override" | "submissions" | "attempts"> = Whole["items"][number][K];
type Keyed<T> = { itemKey: string; value: T }[];

const readHead = (db: Db, enrollmentId: string) =>
  firstRow<Pick<Whole, "courseTitle" | "student" | "cohortTitle">>(
    db,
    sql`SELECT c.title AS "courseTitle", h.title AS "cohortTitle",
          coalesce(${personRef(sql`e.person_id`)}, jsonb_build_object('id', e.person_id, 'name', '')) AS student
        FROM academy.enrollment e JOIN academy.course c ON c.id = e.course_id
        LEFT JOIN academy.cohort h ON h.id = e.cohort_id WHERE e.id = ${enrollmentId}`,
  );

const readOverrides = (db: Db, enrollmentId: string): Promise<Keyed<Of<"override">>> =>
  rows(
    db,
    sql`SELECT item_key AS "itemKey", jsonb_build_object('scorePpm', score_ppm, 'reason', reason, 'at', at,
          'by', ${personRef(sql`by_person_id`)}) AS value
        FROM academy.grade_override WHERE enrollment_id = ${enrollmentId}`,
  );

const readSubmissions = (db: Db, enrollmentId: string): Promise<Keyed<Of<"submissions">>> =>
  rows(
    db,
    sql`SELECT s.assignment_key AS "itemKey", jsonb_agg(jsonb_build_object('submissionId', s.id, 'number', s.number,
          'status', s.status, 'submittedAt', s.submitted_at, 'isLate', s.is_late, 'scorePpm', m.score_ppm)
          ORDER BY s.number DESC) AS value
        FROM academy.submission s LEFT JOIN academy.mark m ON m.submission_id = s.id AND m.is_final
        WHERE s.enrollment_id = ${enrollmentId} GROUP BY s.assignment_key`,
  );

const readAttempts = (db: Db, enrollmentId: string): Promise<Keyed<Of<"attempts">>> =>
  rows(
    db,
    sql`SELECT quiz_key AS "itemKey", jsonb_agg(jsonb_build_object('attemptId', id, 'number', number, 'status', status,
          'startedAt', started_at, 'scorePpm', score_ppm) ORDER BY number DESC) AS value
        FROM academy.quiz_attempt WHERE enrollment_id = ${enrollmentId} GROUP BY quiz_key`,
  );

const valueOf = <T>(found: Keyed<T>, key: string): T | undefined =>
  found.find(({ itemKey }) => itemKey === key)?.value;

/** All grades of one student, what they rest on, and their history. Errors: `academy.enrollment_unknown`. */
export const getStudentGrades = defineQuery({
  name: "academy.get_student_grades",
  title: "Get a student's grades",
  http: "GET /academy/enrollments/:enrollmentId/grades",
  access: "academy:grade",
  input: StudentGradesRef,
  output: StudentGrades,
  load: (db, { enrollmentId }) => getEnrollment(db, enrollmentId),
  run: async ({ db }, enrollment) => {
    const { id: enrollmentId, course_id: courseId, status } = enrollment;
    const head = await readHead(db, enrollmentId);
    if (!head) throw new Error("An enrolment without a course");
    const { items } = await readGradeItems(db, courseId);
    const cells = (await readCells(db, [enrollmentId], items)).get(enrollmentId) ?? [];
    const overrides = await readOverrides(db, enrollmentId);
    const submissions = await readSubmissions(db, enrollmentId);
    const attempts = await readAttempts(db, enrollmentId);
    return {
      enrollmentId,
      courseId,
      status,
      ...head,
      ...weighGrades(scoresOf(cells, items)),
      items: items.map((item) => {
        const cell = cells.find(({ itemKey }) => itemKey === item.itemKey);
        return {
          ...item,
          scorePpm: cell?.scorePpm ?? null,
          earnedPpm: cell?.earnedPpm ?? null,
          override: valueOf(overrides, item.itemKey) ?? null,
          submissions: valueOf(submissions, item.itemKey) ?? [],
          attempts: valueOf(attempts, item.itemKey) ?? [],
        };
      }),
      history: await readGradeChanges(db, sql`g.enrollment_id = ${enrollmentId}`),
    };
  },
});
