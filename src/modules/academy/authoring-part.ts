import { addLesson } from "#modules/academy/commands/authoring/add-lesson.ts";
import { addModule } from "#modules/academy/commands/authoring/add-module.ts";
import { createCourse } from "#modules/academy/commands/authoring/create-course.ts";
import { publishCurriculum } from "#modules/academy/commands/authoring/publish-curriculum.ts";
import { saveLesson } from "#modules/academy/commands/authoring/save-lesson.ts";
import * as events from "#modules/academy/events/authoring.ts";
import type { AcademyPart } from "#modules/academy/part.ts";

/** What courses hold, and how they are written and published. */
export const authoringPart = {
  operations: [createCourse, addModule, addLesson, saveLesson, publishCurriculum],
  events: Object.values(events),
} as const satisfies AcademyPart;
