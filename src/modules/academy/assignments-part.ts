import type { AcademyPart } from "#modules/academy/part.ts";

/** Work that is handed in, and how it is marked. */
export const assignmentsPart = { operations: [] } as const satisfies AcademyPart;
