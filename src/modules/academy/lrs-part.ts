import type { AcademyPart } from "#modules/academy/part.ts";

/** The learning record store. */
export const lrsPart = { operations: [] } as const satisfies AcademyPart;
