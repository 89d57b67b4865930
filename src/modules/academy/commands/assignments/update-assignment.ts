import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { getAssignment } from "#modules/academy/assignments/assignment-row.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { openDraft } from "#modules/academy/authoring/draft.ts";
import { SaveAssignment, SavedAssignment } from "#modules/academy/contract/assignment-editing.ts";

/**
 * Saves an assignment of the draft. What students hand in already keeps the version it was handed in for.
 * Errors: `academy.assignment_unknown`, `academy.assignment_changed` (somebody saved since), `academy.assignment_taken`.
 */
export const updateAssignment = defineCommand({
  name: "academy.save_assignment",
  title: "Save an assignment",
  http: "PATCH /academy/courses/:courseId/assignments/:assignmentKey",
  access: "academy:write",
  input: SaveAssignment,
  output: SavedAssignment,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async ({ tx, input, now }, course) => {
    const draft = await openDraft(tx, { courseId: course.id, now });
    const before = await getAssignment(tx, { curriculumId: draft.id, key: input.assignmentKey, lock: true });
    if (before.revision !== input.revision)
      throw refuse(
        "conflict",
        "academy.assignment_changed",
        "Somebody saved this assignment since you opened it. Load it again and repeat what you changed.",
        { data: { revision: before.revision } },
      );
    const { slug = before.slug, title = before.title, brief = before.brief } = input;
    const { settings = before.settings, rubric = before.rubric } = input;
    const taken = await firstRow(
      tx,
      sql`SELECT 1 FROM academy.assignment WHERE curriculum_id = ${draft.id} AND slug = ${slug} AND id <> ${before.id}`,
    );
    if (taken)
      throw refuse(
        "conflict",
        "academy.assignment_taken",
        "Another assignment has this address. Choose another.",
      );
    await tx.execute(
      sql`UPDATE academy.assignment SET slug = ${slug}, title = ${title}, brief = ${JSON.stringify(brief)}::jsonb,
            settings = ${JSON.stringify(settings)}::jsonb, rubric = ${JSON.stringify(rubric)}::jsonb, revision = revision + 1
          WHERE id = ${before.id}`,
    );
    return { revision: before.revision + 1 };
  },
});
