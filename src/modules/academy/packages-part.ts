import type { AcademyPart } from "#modules/academy/part.ts";

/** SCORM and cmi5 packages. */
export const packagesPart = { operations: [] } as const satisfies AcademyPart;
