import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { type CommandContext, defineCommand } from "#kernel/operation/operation.ts";
import { SaveAnswer, SavedAnswer } from "#modules/academy/contract/quiz-attempts.ts";
import type { Answer } from "#modules/academy/contract/quiz-answer.ts";
import { demandLearning, type EnrollmentRow } from "#modules/academy/learning/enrollment.ts";
import {
  ATTEMPT,
  type AttemptRow,
  attemptUnknown,
  isAttemptOver,
  ITEM,
  type ItemRow,
} from "#modules/academy/quizzes/attempt-row.ts";
import { reviewItem, shownAnswer } from "#modules/academy/quizzes/show-attempt.ts";
import { remainingMs, showsFeedback } from "#modules/academy/rules/quizzes/decide-attempt.ts";
import { AnswerUnfit, readAnswer } from "#modules/academy/rules/quizzes/read-answer.ts";

type Place = AttemptRow & ItemRow & { enrollment_status: EnrollmentRow["status"] };
type Input = z.output<typeof SaveAnswer>;

/** The item locked against other saves of it, the attempt against its end: what is acknowledged is marked. */
async function lockPlace(tx: Tx, { attemptId, position }: Input, personId: string | null): Promise<Place> {
  const place = await firstRow<Place>(
    tx,
    sql`SELECT ${ATTEMPT}, ${ITEM}, e.status AS enrollment_status
        FROM academy.quiz_attempt a
        JOIN academy.enrollment e ON e.id = a.enrollment_id
        JOIN academy.quiz_item i ON i.attempt_id = a.id AND i.position = ${position}
        JOIN academy.question_version v ON v.id = i.version_id
        WHERE a.id = ${attemptId} AND a.person_id = ${personId} FOR SHARE OF a FOR NO KEY UPDATE OF i`,
  );
  if (!place) throw attemptUnknown();
  return place;
}

/** Late is late, however it happened; what was saved before counts. */
function demandOpen(place: Place, now: Temporal.Instant): void {
  demandLearning({ status: place.enrollment_status });
  if (place.status === "open" && !isAttemptOver(place, now)) return;
  throw refuse(
    "conflict",
    "academy.attempt_over",
    "This attempt is over, so the answer was not taken. What you saved before counts.",
    { data: { endedAt: place.finished_at ?? place.deadline_at } },
  );
}

function read(place: Place, answer: Answer): Answer | null {
  try {
    return readAnswer(place.body, place.arrangement, answer);
  } catch (error) {
    if (!(error instanceof AnswerUnfit)) throw error;
    throw refuse(
      "invalid",
      "academy.answer_unfit",
      "This answer does not fit the question as it was shown. Load the question again and answer there.",
    );
  }
}

async function write(
  context: CommandContext<Input>,
  place: Place,
  saved: { answer: Answer | null; sequence: number; isKept: boolean },
) {
  const { tx, input, now } = context;
  const { answer, sequence, isKept } = saved;
  const isLocked = isKept && place.settings.feedback === "immediately" && answer !== null;
  const kept = answer === null ? null : JSON.stringify(answer);
  const written = await firstRow<{ saved_at: string; locked_at: string | null }>(
    tx,
    sql`WITH noted AS (
          INSERT INTO academy.quiz_save (attempt_id, position, sequence, account_id, answer, at, was_kept)
          VALUES (${place.id}, ${input.position}, ${sequence}, ${place.account_id}, ${kept}::jsonb, ${now.toString()},
            ${isKept}))
        UPDATE academy.quiz_item SET answer = ${kept}::jsonb, sequence = ${sequence}, saved_at = ${now.toString()},
          locked_at = ${isLocked ? now.toString() : null}::timestamptz,
          spent_ms = CASE WHEN ${input.spentMs ?? null}::int IS NULL THEN spent_ms
            ELSE least(coalesce(spent_ms, 0)::bigint + ${input.spentMs ?? 0}::int, 86400000)::int END
        WHERE attempt_id = ${place.id} AND position = ${input.position} AND ${isKept}
        RETURNING to_jsonb(saved_at) AS saved_at, to_jsonb(locked_at) AS locked_at`,
  );
  return written ? { ...place, answer, sequence, ...written } : place;
}

function tell(
  place: Place,
  { isKept, now }: { isKept: boolean; now: Temporal.Instant },
): z.input<typeof SavedAnswer> {
  const isLocked = place.locked_at !== null;
  const mayReview = showsFeedback(place.settings.feedback, {
    isFinished: false,
    isLocked,
    isAnotherOpen: false,
    attemptsLeft: null,
  });
  const deadline = place.deadline_at === null ? null : Temporal.Instant.from(place.deadline_at);
  return {
    attemptId: place.id,
    position: place.position,
    isKept,
    answer: shownAnswer(place),
    sequence: Number(place.sequence),
    savedAt: place.saved_at,
    isLocked,
    remainingMs: remainingMs(deadline, now),
    review: mayReview ? reviewItem(place) : null,
  };
}

/**
 * Saves one answer of an open attempt. The same save twice is one; an older one never overwrites a newer one. Taken until
 * the deadline and ten seconds more, for the network. Errors: `academy.attempt_unknown`, `academy.attempt_over`,
 * `academy.enrollment_closed`, `academy.answer_unfit`, `academy.answer_locked` where feedback was given already.
 */
export const saveAnswer = defineCommand({
  name: "academy.save_answer",
  title: "Save an answer",
  http: "PUT /learn/attempts/:attemptId/answers/:position",
  access: "customer",
  // Each save is kept with the attempt itself, in its order.
  unaudited: true,
  input: SaveAnswer,
  output: SavedAnswer,
  run: async (context) => {
    const { tx, input, actor, now } = context;
    const place = await lockPlace(tx, input, actorPersonId(actor));
    demandOpen(place, now);
    const answer = read(place, input.answer);
    const last = Number(place.sequence);
    const sequence = input.sequence ?? last + 1;
    // Nothing where nothing is, or the same once more, is no save.
    const isSame = (sequence === last || last === 0) && isDeepStrictEqual(answer, place.answer);
    if (isSame) return tell(place, { isKept: true, now });
    if (place.locked_at !== null)
      throw refuse(
        "conflict",
        "academy.answer_locked",
        "This question is answered, and you have seen what was right. Go on to the next one.",
      );
    const isKept = sequence > last;
    return tell(await write(context, place, { answer, sequence, isKept }), { isKept, now });
  },
});
