import type { AcademyPart } from "#modules/academy/part.ts";

/** Discussions of lessons, announcements and questions. */
export const communityPart = { operations: [] } as const satisfies AcademyPart;
