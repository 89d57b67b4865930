import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

const attempt = {
  accountId: z.uuid(),
  enrollmentId: z.uuid(),
  courseId: z.uuid(),
  personId: z.uuid(),
  attemptId: z.uuid(),
  quizKey: z.uuid(),
};

/** A student began to take a quiz. */
export const AttemptStarted = defineEvent({
  name: "academy.attempt_started",
  version: 1,
  title: "Quiz attempt started",
  payload: z.object({ ...attempt, number: z.number().int() }),
});

/** An attempt ended: the student submitted it, or its time was over. */
export const AttemptSubmitted = defineEvent({
  name: "academy.attempt_submitted",
  version: 1,
  title: "Quiz attempt submitted",
  payload: z.object({ ...attempt, finishedBy: z.enum(["student", "time"]) }),
});

/** An attempt was marked, or marked again after a key was corrected. */
export const AttemptMarked = defineEvent({
  name: "academy.attempt_marked",
  version: 1,
  title: "Quiz attempt marked",
  payload: z.object({ ...attempt, scorePpm: z.number().int(), passed: z.boolean(), isRemark: z.boolean() }),
});

/** Staff took an attempt out of what counts. */
export const AttemptVoided = defineEvent({
  name: "academy.attempt_voided",
  version: 1,
  title: "Quiz attempt made void",
  payload: z.object(attempt),
});
