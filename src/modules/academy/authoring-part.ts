import { updateModule } from "#modules/academy/commands/authoring/update-module.ts";
import { moveModule } from "#modules/academy/commands/authoring/move-module.ts";
import { moveLesson } from "#modules/academy/commands/authoring/move-lesson.ts";
import { removeLesson } from "#modules/academy/commands/authoring/remove-lesson.ts";
import { removeModule } from "#modules/academy/commands/authoring/remove-module.ts";
import { bringBackPart } from "#modules/academy/commands/authoring/bring-back-part.ts";
import { duplicateLesson } from "#modules/academy/commands/authoring/duplicate-lesson.ts";
import { addLesson } from "#modules/academy/commands/authoring/add-lesson.ts";
import { addModule } from "#modules/academy/commands/authoring/add-module.ts";
import { createCourse } from "#modules/academy/commands/authoring/create-course.ts";
import { publishCurriculum } from "#modules/academy/commands/authoring/publish-curriculum.ts";
import { saveLesson } from "#modules/academy/commands/authoring/save-lesson.ts";
import * as events from "#modules/academy/events/authoring.ts";
import type { AcademyPart } from "#modules/academy/part.ts";

/** What courses hold, and how they are written and published. */
export const authoringPart = {
  operations: [
    createCourse,
    addModule,
    addLesson,
    saveLesson,
    publishCurriculum,
    updateModule,
    moveModule,
    moveLesson,
    removeLesson,
    removeModule,
    bringBackPart,
    duplicateLesson,
  ],
  events: Object.values(events),
} as const satisfies AcademyPart;
