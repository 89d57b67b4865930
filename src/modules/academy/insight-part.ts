import type { AcademyPart } from "#modules/academy/part.ts";
import { getCourseInsight } from "#modules/academy/queries/insight/get-course-insight.ts";
import { getWatchMap } from "#modules/academy/queries/insight/get-watch-map.ts";

/** What courses do, in numbers. */
export const insightPart = { operations: [getCourseInsight, getWatchMap] } as const satisfies AcademyPart;
