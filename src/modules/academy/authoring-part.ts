import type { AcademyPart } from "#modules/academy/part.ts";

/** What courses hold, and how they are written and published. */
export const authoringPart = { operations: [] } as const satisfies AcademyPart;
