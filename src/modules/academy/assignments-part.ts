import { listCourseWork } from "#modules/academy/queries/assignments/list-course-work.ts";
import { overrideGrade } from "#modules/academy/commands/assignments/override-grade.ts";
import { setGradeWeights } from "#modules/academy/commands/assignments/set-grade-weights.ts";
import { withdrawGradeOverride } from "#modules/academy/commands/assignments/withdraw-grade-override.ts";
import { getGradeBook } from "#modules/academy/queries/assignments/get-grade-book.ts";
import { getStudentGrades } from "#modules/academy/queries/assignments/get-student-grades.ts";
import { assignmentsData } from "#modules/academy/personal-data/assignments.ts";
import { mailAboutWork } from "#modules/academy/subscribers/assignments/mail-about-work.ts";
import {
  tellOfWorkWaiting,
  WORK_WAITING,
} from "#modules/academy/subscribers/assignments/tell-of-work-waiting.ts";
import { claimNextSubmission } from "#modules/academy/commands/assignments/claim-next-submission.ts";
import { claimSubmission } from "#modules/academy/commands/assignments/claim-submission.ts";
import { giveBackSubmission } from "#modules/academy/commands/assignments/give-back-submission.ts";
import { releaseMarks } from "#modules/academy/commands/assignments/release-marks.ts";
import { reopenMark } from "#modules/academy/commands/assignments/reopen-mark.ts";
import { returnSubmission } from "#modules/academy/commands/assignments/return-submission.ts";
import { saveMark } from "#modules/academy/commands/assignments/save-mark.ts";
import { listSubmissions } from "#modules/academy/queries/assignments/list-submissions.ts";
import { getSubmission } from "#modules/academy/queries/assignments/get-submission.ts";
import { guardStudentFiles, readStudentFiles } from "#modules/academy/assignments/student-files.ts";
import { studentUploads } from "#modules/academy/assignments/student-uploads.ts";
import { addAssignment } from "#modules/academy/commands/assignments/add-assignment.ts";
import { addDraftFile } from "#modules/academy/commands/assignments/add-draft-file.ts";
import { removeAssignment } from "#modules/academy/commands/assignments/remove-assignment.ts";
import { removeDraftFile } from "#modules/academy/commands/assignments/remove-draft-file.ts";
import { saveMyDraft } from "#modules/academy/commands/assignments/save-my-draft.ts";
import { submitAssignment } from "#modules/academy/commands/assignments/submit-assignment.ts";
import { updateAssignment } from "#modules/academy/commands/assignments/update-assignment.ts";
import { withdrawSubmission } from "#modules/academy/commands/assignments/withdraw-submission.ts";
import * as events from "#modules/academy/events/assignments.ts";
import type { AcademyPart } from "#modules/academy/part.ts";
import { getAssignment } from "#modules/academy/queries/assignments/get-assignment.ts";
import { getMyAssignment } from "#modules/academy/queries/assignments/get-my-assignment.ts";
import { getMyUploadTerms } from "#modules/academy/queries/assignments/get-my-upload-terms.ts";
import { listAssignments } from "#modules/academy/queries/assignments/list-assignments.ts";

/** Work that is handed in, and how it is marked. */
export const assignmentsPart = {
  operations: [
    addAssignment,
    updateAssignment,
    removeAssignment,
    listAssignments,
    getAssignment,
    getMyAssignment,
    getMyUploadTerms,
    saveMyDraft,
    addDraftFile,
    removeDraftFile,
    submitAssignment,
    withdrawSubmission,
    listCourseWork,
    listSubmissions,
    getSubmission,
    claimNextSubmission,
    claimSubmission,
    giveBackSubmission,
    releaseMarks,
    reopenMark,
    returnSubmission,
    saveMark,
    getGradeBook,
    getStudentGrades,
    overrideGrade,
    setGradeWeights,
    withdrawGradeOverride,
  ],
  events: Object.values(events),
  subscribers: [tellOfWorkWaiting, mailAboutWork],
  notices: [{ kind: WORK_WAITING, title: "Work waits to be marked", delivery: "digest" }],
  personalData: assignmentsData,
  fileReaders: [readStudentFiles],
  fileGuards: [guardStudentFiles],
  routes: [studentUploads],
} as const satisfies AcademyPart;
