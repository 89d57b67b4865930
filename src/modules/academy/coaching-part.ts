import type { AcademyPart } from "#modules/academy/part.ts";

/** What brings students to the end: checklists, goals, reminders. */
export const coachingPart = { operations: [] } as const satisfies AcademyPart;
