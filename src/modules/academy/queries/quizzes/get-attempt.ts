import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import type { Answer } from "#modules/academy/contract/quiz-answer.ts";
import { type Allowance, AttemptDetail, AttemptRef } from "#modules/academy/contract/quiz-staff.ts";
import { attemptUnknown, getAttempt, type ItemRow, readItems } from "#modules/academy/quizzes/attempt-row.ts";
import { readAttemptSummaries } from "#modules/academy/quizzes/attempt-summaries.ts";
import { shownAnswer } from "#modules/academy/quizzes/show-attempt.ts";
import { askQuestion } from "#modules/academy/rules/quizzes/ask-question.ts";
import { tellSolution } from "#modules/academy/rules/quizzes/tell-solution.ts";

interface Save {
  position: number;
  sequence: number;
  answer: Answer | null;
  at: string;
  was_kept: boolean;
}

const readSaves = (db: Db, attemptId: string): Promise<Save[]> =>
  rows<Save>(
    db,
    sql`SELECT position, sequence, answer, to_jsonb(at) AS at, was_kept FROM academy.quiz_save
        WHERE attempt_id = ${attemptId} ORDER BY at, sequence LIMIT 5000`,
  );

const readAllowances = (
  db: Db,
  { enrollmentId, quizKey }: { enrollmentId: string; quizKey: string },
): Promise<z.output<typeof Allowance>[]> =>
  rows(
    db,
    sql`SELECT g.id AS "allowanceId", g.extra_attempts AS "extraAttempts", g.extra_minutes AS "extraMinutes", g.reason,
          p.name AS "givenBy", to_jsonb(g.given_at) AS "givenAt", to_jsonb(g.withdrawn_at) AS "withdrawnAt"
        FROM academy.quiz_allowance g LEFT JOIN auth.person p ON p.id = g.given_by
        WHERE g.enrollment_id = ${enrollmentId} AND g.quiz_key = ${quizKey} ORDER BY g.given_at DESC`,
  );

/** Numbers of versions by id, of all questions in an attempt. */
async function readNumbers(db: Db, attemptId: string): Promise<Map<string, number>> {
  const found = await rows<{ id: string; number: number }>(
    db,
    sql`SELECT v.id, v.number FROM academy.question_version v
        WHERE v.question_id IN (SELECT question_id FROM academy.quiz_item WHERE attempt_id = ${attemptId})`,
  );
  return new Map(found.map(({ id, number }) => [id, number]));
}

function tell(item: ItemRow, saves: readonly Save[], numbers: ReadonlyMap<string, number>) {
  const by = item.marked_by_version_id;
  return {
    position: item.position,
    questionId: item.question_id,
    version: numbers.get(item.version_id) ?? 1,
    kind: item.body.kind,
    points: item.points,
    prompt: item.prompt,
    asked: askQuestion(item.body, item.arrangement),
    answer: shownAnswer(item),
    solution: tellSolution(item.body, item.arrangement),
    awardedPpm: item.awarded_ppm,
    markedByVersion: by === null || by === item.version_id ? null : (numbers.get(by) ?? null),
    spentMs: item.spent_ms,
    saves: saves
      .filter(({ position }) => position === item.position)
      .map((save) => ({
        at: save.at,
        sequence: Number(save.sequence),
        wasKept: save.was_kept,
        answer: shownAnswer({ ...item, answer: save.answer }),
      })),
  };
}

/** One attempt with its answers, its marks and every save. Errors: `academy.attempt_unknown`. */
export const getAttemptDetail = defineQuery({
  name: "academy.get_attempt",
  title: "Show a quiz attempt",
  http: "GET /academy/attempts/:attemptId",
  access: "academy:read",
  input: AttemptRef,
  output: AttemptDetail,
  run: async ({ db, input: { attemptId } }) => {
    const attempt = await getAttempt(db, attemptId);
    const [summary] = await readAttemptSummaries(db, sql`WHERE a.id = ${attemptId}`);
    if (!summary) throw attemptUnknown();
    const about = await firstRow<{ course: string; voided_by: string | null }>(
      db,
      sql`SELECT c.title AS course, p.name AS voided_by FROM academy.quiz_attempt a
          JOIN academy.course c ON c.id = a.course_id LEFT JOIN auth.person p ON p.id = a.voided_by
          WHERE a.id = ${attemptId}`,
    );
    const [items, saves, numbers] = await Promise.all([
      readItems(db, attemptId),
      readSaves(db, attemptId),
      readNumbers(db, attemptId),
    ]);
    return {
      ...summary,
      courseTitle: about?.course ?? "",
      settings: attempt.settings,
      voidReason: attempt.void_reason,
      voidedBy: about?.voided_by ?? null,
      items: items.map((item) => tell(item, saves, numbers)),
      allowances: await readAllowances(db, summary),
    };
  },
});
