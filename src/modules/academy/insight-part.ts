import type { AcademyPart } from "#modules/academy/part.ts";

/** What courses do, in numbers. */
export const insightPart = { operations: [] } as const satisfies AcademyPart;
