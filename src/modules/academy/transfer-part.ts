import type { AcademyPart } from "#modules/academy/part.ts";

/** Courses in and out. */
export const transferPart = { operations: [] } as const satisfies AcademyPart;
