import {
  accessibilityCheck,
  publishedCourse,
  publishedCurriculum,
} from "#modules/academy/authoring/course-evidence.ts";
import { courseSearch, lessonSearch } from "#modules/academy/authoring/course-search.ts";
import { addCourseFile } from "#modules/academy/commands/authoring/add-course-file.ts";
import { removeCourseFile } from "#modules/academy/commands/authoring/remove-course-file.ts";
import { listCourseFiles } from "#modules/academy/queries/authoring/list-course-files.ts";
import { clearUploads } from "#modules/academy/jobs/clear-uploads.ts";
import { mediaRoutes } from "#modules/academy/media/media-routes.ts";
import { uploadRoutes } from "#modules/academy/media/upload-routes.ts";
import { updateCourse } from "#modules/academy/commands/authoring/update-course.ts";
import { archiveCourse } from "#modules/academy/commands/authoring/archive-course.ts";
import { restoreCourse } from "#modules/academy/commands/authoring/restore-course.ts";
import { duplicateCourse } from "#modules/academy/commands/authoring/duplicate-course.ts";
import { restoreLessonRevision } from "#modules/academy/commands/authoring/restore-lesson-revision.ts";
import { discardDraft } from "#modules/academy/commands/authoring/discard-draft.ts";
import { schedulePublication } from "#modules/academy/commands/authoring/schedule-publication.ts";
import { cancelPublication } from "#modules/academy/commands/authoring/cancel-publication.ts";
import { publishScheduled } from "#modules/academy/commands/authoring/publish-scheduled.ts";
import { migrateEnrollments } from "#modules/academy/commands/authoring/migrate-enrollments.ts";
import { migrateBatch } from "#modules/academy/commands/authoring/migrate-batch.ts";
import { listCourses } from "#modules/academy/queries/authoring/list-courses.ts";
import { getCourse } from "#modules/academy/queries/authoring/get-course.ts";
import { getLesson } from "#modules/academy/queries/authoring/get-lesson.ts";
import { listLessonRevisions } from "#modules/academy/queries/authoring/list-lesson-revisions.ts";
import { checkDraft } from "#modules/academy/queries/authoring/check-draft.ts";
import { listCurricula } from "#modules/academy/queries/authoring/list-curricula.ts";
import { previewMigration } from "#modules/academy/queries/authoring/preview-migration.ts";
import { migrateStudents } from "#modules/academy/jobs/migrate-students.ts";
import { publishDue } from "#modules/academy/jobs/publish-due.ts";
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
    updateCourse,
    archiveCourse,
    restoreCourse,
    duplicateCourse,
    restoreLessonRevision,
    discardDraft,
    schedulePublication,
    cancelPublication,
    publishScheduled,
    migrateEnrollments,
    migrateBatch,
    listCourses,
    getCourse,
    getLesson,
    listLessonRevisions,
    checkDraft,
    listCurricula,
    previewMigration,
    addCourseFile,
    removeCourseFile,
    listCourseFiles,
  ],
  events: Object.values(events),
  jobs: [publishDue, migrateStudents, clearUploads],
  evidence: [publishedCourse, publishedCurriculum, accessibilityCheck],
  search: [courseSearch, lessonSearch],
  routes: [mediaRoutes, uploadRoutes],
} as const satisfies AcademyPart;
