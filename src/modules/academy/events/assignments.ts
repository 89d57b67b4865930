import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

const submission = {
  accountId: z.uuid(),
  enrollmentId: z.uuid(),
  courseId: z.uuid(),
  personId: z.uuid(),
  assignmentKey: z.uuid(),
  submissionId: z.uuid(),
  number: z.number().int(),
};

/** A student handed in work. */
export const SubmissionMade = defineEvent({
  name: "academy.submission_made",
  version: 1,
  title: "Work handed in",
  payload: z.object({ ...submission, isLate: z.boolean() }),
});

/** A mark was told to its student. Score in parts per million. */
export const MarkReleased = defineEvent({
  name: "academy.mark_released",
  version: 1,
  title: "Mark released",
  payload: z.object({ ...submission, scorePpm: z.number().int(), isPassed: z.boolean() }),
});

/** A grader asks a student to hand in again. */
export const SubmissionReturned = defineEvent({
  name: "academy.submission_returned",
  version: 1,
  title: "Work given back to be done again",
  payload: z.object({ ...submission, note: z.string() }),
});
