import type { AcademyPart } from "#modules/academy/part.ts";

/** Certificates and badges. */
export const certificatesPart = { operations: [] } as const satisfies AcademyPart;
