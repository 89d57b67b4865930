import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { findDraft, findInForce } from "#modules/academy/authoring/draft.ts";
import { DiscardDraft, DiscardedDraft } from "#modules/academy/contract/authoring-versions.ts";

/**
 * Throws away what was changed since the last version. Questions and files stay: they belong to the course.
 * Errors: `academy.no_draft`, `academy.only_version`.
 */
export const discardDraft = defineCommand({
  name: "academy.discard_draft",
  title: "Throw away the draft of a course",
  http: "DELETE /academy/courses/:courseId/draft",
  access: "academy:write",
  confirm: true,
  input: DiscardDraft,
  output: DiscardedDraft,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async ({ tx }, course) => {
    const draft = await findDraft(tx, course.id);
    if (!draft) throw refuse("conflict", "academy.no_draft", "Nothing was changed since the last version.");
    if (!(await findInForce(tx, course.id)))
      throw refuse(
        "conflict",
        "academy.only_version",
        "This draft is all there is of the course. Archive the course to put it away.",
      );
    for (const table of ["lesson", "module", "quiz", "assignment"])
      await tx.execute(sql`DELETE FROM academy.${sql.identifier(table)} WHERE curriculum_id = ${draft.id}`);
    await tx.execute(sql`DELETE FROM academy.curriculum WHERE id = ${draft.id}`);
    return { number: draft.number };
  },
});
