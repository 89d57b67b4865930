import type { AcademyPart } from "#modules/academy/part.ts";

/** Enrolments, what is open to whom, and how far they are. */
export const learningPart = { operations: [] } as const satisfies AcademyPart;
