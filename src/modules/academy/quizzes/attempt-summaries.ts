import type { SQL } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { AttemptSummary } from "#modules/academy/contract/quiz-staff.ts";

/** Attempts with whose they are, as a condition on `a` (attempt) and `p` (person) picks them; order and limit too. */
export const readAttemptSummaries = (db: Db, condition: SQL): Promise<z.output<typeof AttemptSummary>[]> =>
  rows(
    db,
    sql`SELECT a.id AS "attemptId", a.enrollment_id AS "enrollmentId", coalesce(p.name, 'Somebody erased') AS "studentName",
          coalesce(p.email, '') AS "studentEmail", a.course_id AS "courseId", a.quiz_key AS "quizKey", z.title, a.number,
          a.status, to_jsonb(a.started_at) AS "startedAt", to_jsonb(a.deadline_at) AS "deadlineAt",
          to_jsonb(a.finished_at) AS "finishedAt", a.finished_by AS "finishedBy", a.score_ppm AS "scorePpm",
          a.is_passed AS "isPassed", n.answered, n.questions
        FROM academy.quiz_attempt a
        JOIN academy.quiz z ON z.curriculum_id = a.curriculum_id AND z.key = a.quiz_key
        LEFT JOIN auth.person p ON p.id = a.person_id
        CROSS JOIN LATERAL (SELECT count(answer)::int AS answered, count(*)::int AS questions
          FROM academy.quiz_item i WHERE i.attempt_id = a.id) n
        ${condition}`,
  );
