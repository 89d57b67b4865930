import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { openDraft } from "#modules/academy/authoring/draft.ts";
import { AddAssignment, AddedAssignment } from "#modules/academy/contract/assignment-editing.ts";

/** Adds an assignment to the draft; a lesson shows it by a block. Errors: `academy.course_unknown`, `academy.assignment_taken`. */
export const addAssignment = defineCommand({
  name: "academy.add_assignment",
  title: "Add an assignment to a course",
  http: "POST /academy/courses/:courseId/assignments",
  access: "academy:write",
  input: AddAssignment,
  output: AddedAssignment,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async ({ tx, input, now }, course) => {
    const draft = await openDraft(tx, { courseId: course.id, now });
    const made = await firstRow<{ assignmentKey: string; revision: number }>(
      tx,
      sql`INSERT INTO academy.assignment (id, curriculum_id, key, slug, title, brief, settings, rubric)
          VALUES (${newId()}, ${draft.id}, ${newId()}, ${input.slug}, ${input.title}, ${JSON.stringify(input.brief)}::jsonb,
            ${JSON.stringify(input.settings)}::jsonb, ${JSON.stringify(input.rubric)}::jsonb)
          ON CONFLICT (curriculum_id, slug) DO NOTHING RETURNING key AS "assignmentKey", revision`,
    );
    if (!made)
      throw refuse(
        "conflict",
        "academy.assignment_taken",
        "Another assignment has this address. Choose another.",
      );
    return made;
  },
});
