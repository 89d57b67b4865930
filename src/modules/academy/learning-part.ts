import { recordLearning } from "#modules/academy/subscribers/record-learning.ts";
import { deleteMyNote } from "#modules/academy/commands/learning/delete-my-note.ts";
import { saveMyNote } from "#modules/academy/commands/learning/save-my-note.ts";
import { listMyNotes } from "#modules/academy/queries/learning/list-my-notes.ts";
import { changeEnrollment } from "#modules/academy/commands/learning/change-enrollment.ts";
import { clearOpening } from "#modules/academy/commands/learning/clear-opening.ts";
import { enrolStudent } from "#modules/academy/commands/learning/enrol-student.ts";
import { setMyZone } from "#modules/academy/commands/learning/set-my-zone.ts";
import { setOpening } from "#modules/academy/commands/learning/set-opening.ts";
import { getEnrollment } from "#modules/academy/queries/learning/get-enrollment.ts";
import { listEnrollments } from "#modules/academy/queries/learning/list-enrollments.ts";
import { enrollments } from "#modules/academy/metrics.ts";
import { learningData } from "#modules/academy/personal-data/learning.ts";
import { confirmLesson } from "#modules/academy/commands/learning/confirm-lesson.ts";
import { openLesson } from "#modules/academy/commands/learning/open-lesson.ts";
import { recordActivity } from "#modules/academy/commands/learning/record-activity.ts";
import { syncAccountAccess } from "#modules/academy/commands/learning/sync-account-access.ts";
import * as events from "#modules/academy/events/learning.ts";
import { syncAllAccess } from "#modules/academy/jobs/sync-access.ts";
import type { AcademyPart } from "#modules/academy/part.ts";
import { getMyCourse } from "#modules/academy/queries/learning/get-my-course.ts";
import { getMyLesson } from "#modules/academy/queries/learning/get-my-lesson.ts";
import { listMyCourses } from "#modules/academy/queries/learning/list-my-courses.ts";
import { seatsPart } from "#modules/academy/seats-part.ts";
import { enrolEarlyBuyers } from "#modules/academy/subscribers/enrol-early-buyers.ts";
import { followAccess } from "#modules/academy/subscribers/follow-access.ts";

/** Enrolments, what is open to whom, and how far they are. */
export const learningPart = {
  operations: [
    ...seatsPart.operations,
    syncAccountAccess,
    openLesson,
    recordActivity,
    confirmLesson,
    listMyCourses,
    getMyCourse,
    getMyLesson,
    listMyNotes,
    saveMyNote,
    deleteMyNote,
    changeEnrollment,
    clearOpening,
    enrolStudent,
    setMyZone,
    setOpening,
    getEnrollment,
    listEnrollments,
  ],
  events: Object.values(events),
  subscribers: [followAccess, enrolEarlyBuyers, ...seatsPart.subscribers, recordLearning],
  cards: seatsPart.cards,
  accountCards: seatsPart.accountCards,
  timeline: seatsPart.timeline,
  jobs: [syncAllAccess],
  metrics: [enrollments],
  personalData: learningData,
} as const satisfies AcademyPart;
