import type { SQL } from "drizzle-orm";
import type { RichText } from "#kernel/browser/rich-text.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { QuestionBody } from "#modules/academy/contract/question.ts";
import type { QuizSettings } from "#modules/academy/contract/quiz.ts";
import type { Answer } from "#modules/academy/contract/quiz-answer.ts";
import { isTimeOver } from "#modules/academy/rules/quizzes/decide-attempt.ts";

/** An attempt. Instants as ISO 8601 text. */
export interface AttemptRow {
  id: string;
  enrollment_id: string;
  account_id: string;
  person_id: string;
  course_id: string;
  curriculum_id: string;
  quiz_key: string;
  lesson_key: string | null;
  number: number;
  status: "open" | "finished" | "void";
  settings: QuizSettings;
  started_at: string;
  deadline_at: string | null;
  finished_at: string | null;
  finished_by: "student" | "time" | "staff" | null;
  score_ppm: number | null;
  is_passed: boolean | null;
  void_reason: string | null;
}

/** A question of an attempt with the version that was asked, key and all. */
export interface ItemRow {
  position: number;
  section: number;
  question_id: string;
  version_id: string;
  points: number;
  arrangement: number[][];
  answer: Answer | null;
  sequence: number;
  saved_at: string | null;
  locked_at: string | null;
  spent_ms: number | null;
  awarded_ppm: number | null;
  marked_by_version_id: string | null;
  prompt: RichText;
  body: QuestionBody;
  explanation: RichText | null;
}

/** Columns of an attempt `a`. The seed is not among them: nothing but drawing needs it. */
export const ATTEMPT = sql`a.id, a.enrollment_id, a.account_id, a.person_id, a.course_id, a.curriculum_id, a.quiz_key,
  a.lesson_key, a.number, a.status, a.settings, to_jsonb(a.started_at) AS started_at,
  to_jsonb(a.deadline_at) AS deadline_at, to_jsonb(a.finished_at) AS finished_at, a.finished_by, a.score_ppm,
  a.is_passed, a.void_reason`;

/** Columns of an item `i` and the version `v` it asks. */
export const ITEM = sql`i.position, i.section, i.question_id, i.version_id, i.points, i.arrangement, i.answer,
  i.sequence, to_jsonb(i.saved_at) AS saved_at, to_jsonb(i.locked_at) AS locked_at, i.spent_ms, i.awarded_ppm,
  i.marked_by_version_id, v.prompt, v.body, v.explanation`;

/** The error of an attempt that is not there, or is somebody else's: both look the same from outside. */
export const attemptUnknown = () =>
  refuse("not_found", "academy.attempt_unknown", "There is no such attempt.");

/** Reads an attempt, and locks it where asked to. Errors: `academy.attempt_unknown`. */
export async function getAttempt(db: Db, attemptId: string, lock: SQL = sql``): Promise<AttemptRow> {
  const attempt = await firstRow<AttemptRow>(
    db,
    sql`SELECT ${ATTEMPT} FROM academy.quiz_attempt a WHERE a.id = ${attemptId} ${lock}`,
  );
  if (!attempt) throw attemptUnknown();
  return attempt;
}

/** Locks an attempt for ending it: waits for answers that are being saved. Errors: `academy.attempt_unknown`. */
export const lockAttempt = (db: Db, attemptId: string): Promise<AttemptRow> =>
  getAttempt(db, attemptId, sql`FOR NO KEY UPDATE OF a`);

/** The questions of an attempt in their order. */
export const readItems = (db: Db, attemptId: string): Promise<ItemRow[]> =>
  rows<ItemRow>(
    db,
    sql`SELECT ${ITEM} FROM academy.quiz_item i JOIN academy.question_version v ON v.id = i.version_id
        WHERE i.attempt_id = ${attemptId} ORDER BY i.position`,
  );

/** Whether an open attempt's time, with its grace, has run out. */
export const isAttemptOver = (
  { deadline_at }: Pick<AttemptRow, "deadline_at">,
  now: Temporal.Instant,
): boolean => isTimeOver(deadline_at === null ? null : Temporal.Instant.from(deadline_at), now);
