import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { publishDraft } from "#modules/academy/authoring/publish-draft.ts";
import { PublishCurriculum, PublishedCurriculum } from "#modules/academy/contract/authoring.ts";

/**
 * Puts the draft in force for who begins from now on. Who is in the middle of an older version stays there.
 * Errors: `academy.nothing_to_publish`, `academy.course_archived`, `academy.curriculum_empty`, `academy.draft_faulty`
 * (its data: what `academy.check_draft` finds).
 */
export const publishCurriculum = defineCommand({
  name: "academy.publish_curriculum",
  title: "Publish the draft of a course",
  http: "POST /academy/courses/:courseId/publication",
  access: "academy:write",
  confirm: true,
  input: PublishCurriculum,
  output: PublishedCurriculum,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: (context, course) => publishDraft(context, course, context.input.note),
});
