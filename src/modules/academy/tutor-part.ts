import type { AcademyPart } from "#modules/academy/part.ts";

/** Answers from the lessons. */
export const tutorPart = { operations: [] } as const satisfies AcademyPart;
