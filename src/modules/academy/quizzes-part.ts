import type { AcademyPart } from "#modules/academy/part.ts";

/** Questions, quizzes and attempts. */
export const quizzesPart = { operations: [] } as const satisfies AcademyPart;
