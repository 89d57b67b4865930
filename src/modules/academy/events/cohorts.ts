import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

const cohort = { cohortId: z.uuid(), courseId: z.uuid() };
const session = { sessionId: z.uuid(), cohortId: z.uuid(), startsAt: z.string(), title: z.string() };

/** The first day of a cohort has begun, by the clock of its zone. */
export const CohortStarted = defineEvent({
  name: "academy.cohort_started",
  version: 1,
  title: "Cohort started",
  payload: z.object({ ...cohort, students: z.number().int() }),
});

/** A student came into a cohort, moved to another, or left it. */
export const StudentPlaced = defineEvent({
  name: "academy.student_placed",
  version: 1,
  title: "Student placed in a cohort",
  payload: z.object({
    accountId: z.uuid(),
    enrollmentId: z.uuid(),
    courseId: z.uuid(),
    fromCohortId: z.uuid().nullable(),
    toCohortId: z.uuid().nullable(),
  }),
});

/** A live session has a date. */
export const SessionScheduled = defineEvent({
  name: "academy.session_scheduled",
  version: 1,
  title: "Live session scheduled",
  payload: z.object(session),
});

/** A live session is at another time, or is called something else. `before` says what it was. */
export const SessionChanged = defineEvent({
  name: "academy.session_changed",
  version: 1,
  title: "Live session changed",
  payload: z.object({ ...session, before: z.object({ startsAt: z.string(), title: z.string() }) }),
});

/** A live session does not take place. */
export const SessionCancelled = defineEvent({
  name: "academy.session_cancelled",
  version: 1,
  title: "Live session cancelled",
  payload: z.object({ ...session, reason: z.string() }),
});
