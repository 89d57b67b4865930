import { randomInt } from "node:crypto";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import { AttemptStarted } from "#modules/academy/events/quizzes.ts";
import type { EnrollmentRow } from "#modules/academy/learning/enrollment.ts";
import { type QuizStanding, readStanding } from "#modules/academy/quizzes/attempt-facts.ts";
import { readCandidates } from "#modules/academy/quizzes/candidates.ts";
import { keptQuiz, type PlacedQuiz } from "#modules/academy/quizzes/kept-quiz.ts";
import { attemptsLeft, deadlineOf, nextAttemptAt } from "#modules/academy/rules/quizzes/decide-attempt.ts";
import { type DrawnItem, drawPaper } from "#modules/academy/rules/quizzes/draw-paper.ts";

/** What a started attempt is told by. */
export interface Started {
  attemptId: string;
  number: number;
  isNew: boolean;
  deadlineAt: string | null;
}

/** Refuses another attempt where the quiz's rules do. */
function demandAnother({ settings }: PlacedQuiz, standing: QuizStanding, now: Temporal.Instant): void {
  if (attemptsLeft(settings, standing) === 0)
    throw refuse(
      "conflict",
      "academy.no_attempt_left",
      "You have used all attempts at this quiz. Your best one counts.",
    );
  const opens = nextAttemptAt(settings, standing, now);
  if (opens)
    throw refuse(
      "conflict",
      "academy.attempt_too_soon",
      "The next attempt is not open yet. The quiz says from when.",
      {
        data: { nextAttemptAt: opens.toString() },
      },
    );
}

interface NewAttempt {
  enrollment: EnrollmentRow;
  quiz: PlacedQuiz;
  standing: QuizStanding;
  paper: readonly DrawnItem[];
  seed: number;
}

/** Writes the attempt and all it asks in one statement: there is never an attempt without its paper. */
async function freeze(
  ctx: AcademyContext,
  { enrollment, quiz, standing, paper, seed }: NewAttempt,
): Promise<Started> {
  const deadlineAt = deadlineOf(quiz.settings, standing.extraMinutes, ctx.now)?.toString() ?? null;
  const made = { attemptId: newId(), number: standing.allAttempts + 1, isNew: true, deadlineAt };
  await ctx.tx.execute(
    sql`WITH made AS (
          INSERT INTO academy.quiz_attempt (id, enrollment_id, account_id, person_id, course_id, curriculum_id, quiz_key,
            lesson_key, number, status, settings, seed, started_at, deadline_at)
          VALUES (${made.attemptId}, ${enrollment.id}, ${enrollment.account_id}, ${enrollment.person_id},
            ${enrollment.course_id}, ${enrollment.curriculum_id}, ${quiz.key}, ${quiz.lesson?.key ?? null}, ${made.number},
            'open', ${JSON.stringify(quiz.settings)}, ${seed}, ${ctx.now.toString()}, ${deadlineAt})
          RETURNING id, account_id)
        INSERT INTO academy.quiz_item (attempt_id, position, account_id, section, question_id, version_id, points,
          arrangement)
        SELECT made.id, i.position, made.account_id, i.section, i."questionId", i."versionId", i.points, i.arrangement
        FROM made, jsonb_to_recordset(${JSON.stringify(paper.map((item, at) => ({ ...item, position: at + 1 })))}::jsonb)
          AS i (position int, section int, "questionId" uuid, "versionId" uuid, points int, arrangement jsonb)`,
  );
  return made;
}

async function findStarted(ctx: AcademyContext, attemptId: string): Promise<Started> {
  const open = await firstRow<{ number: number; deadline_at: string | null }>(
    ctx.tx,
    sql`SELECT number, to_jsonb(deadline_at) AS deadline_at FROM academy.quiz_attempt WHERE id = ${attemptId}`,
  );
  return { attemptId, number: open?.number ?? 1, isNew: false, deadlineAt: open?.deadline_at ?? null };
}

/**
 * Begins an attempt at a quiz of a lesson that is open, or gives the one that is open already. The enrolment is locked by
 * the caller, so that starts of one student come one after the other. Errors: `academy.quiz_unknown`,
 * `academy.no_attempt_left`, `academy.attempt_too_soon`, `academy.quiz_empty`.
 */
export async function startAttempt(
  ctx: AcademyContext,
  { enrollment, quizKey }: { enrollment: EnrollmentRow; quizKey: string },
): Promise<Started> {
  const quiz = await keptQuiz({ db: ctx.tx, cache: ctx.cache }, enrollment.curriculum_id, quizKey);
  const standing = await readStanding(ctx.tx, { enrollmentId: enrollment.id, quizKey });
  if (standing.openAttemptId) return findStarted(ctx, standing.openAttemptId);
  demandAnother(quiz, standing, ctx.now);
  const candidates = await readCandidates(ctx.tx, enrollment.course_id, quiz.sections);
  const seed = randomInt(2 ** 31);
  const paper = drawPaper(quiz.sections, candidates, { seed, settings: quiz.settings });
  if (paper.length === 0)
    throw refuse(
      "conflict",
      "academy.quiz_empty",
      "This quiz has no questions at the moment. Come back later, or ask your instructor.",
    );
  const started = await freeze(ctx, { enrollment, quiz, standing, paper, seed });
  await ctx.emit(AttemptStarted, {
    accountId: enrollment.account_id,
    enrollmentId: enrollment.id,
    courseId: enrollment.course_id,
    personId: enrollment.person_id,
    attemptId: started.attemptId,
    quizKey,
    number: started.number,
  });
  return started;
}
