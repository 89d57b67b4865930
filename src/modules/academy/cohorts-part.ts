import type { AcademyPart } from "#modules/academy/part.ts";

/** Groups that learn by dates, and their live sessions. */
export const cohortsPart = { operations: [] } as const satisfies AcademyPart;
