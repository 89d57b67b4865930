import { defineQuery } from "#kernel/operation/operation.ts";
import { getCourse } from "#modules/academy/authoring/course-row.ts";
import { findDraft, findInForce } from "#modules/academy/authoring/draft.ts";
import { loadCheckedDraft } from "#modules/academy/authoring/load-checked-draft.ts";
import { CheckDraft, CheckedDraftFindings } from "#modules/academy/contract/authoring-versions.ts";
import { checkDraft as findFaults } from "#modules/academy/rules/authoring/check-draft.ts";

/**
 * What is to mend (`error`: publishing is refused) and what to look at before the draft goes out; without a draft, of the
 * version in force. Errors: `academy.course_unknown`.
 */
export const checkDraft = defineQuery({
  name: "academy.check_draft",
  title: "Check the draft of a course",
  http: "GET /academy/courses/:courseId/checks",
  access: "academy:read",
  input: CheckDraft,
  output: CheckedDraftFindings,
  load: (db, { courseId }) => getCourse(db, courseId),
  run: async ({ db }, course) => {
    const draft = await findDraft(db, course.id);
    const curriculum = draft ?? (await findInForce(db, course.id));
    const findings = curriculum
      ? findFaults(await loadCheckedDraft(db, { courseId: course.id, curriculumId: curriculum.id }))
      : [];
    return { hasDraft: draft !== undefined, findings };
  },
});
