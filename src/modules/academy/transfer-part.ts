import { createStarterCourse } from "#modules/academy/commands/transfer/create-starter-course.ts";
import type { AcademyPart } from "#modules/academy/part.ts";

/** Courses in and out. */
export const transferPart = { operations: [createStarterCourse] } as const satisfies AcademyPart;
