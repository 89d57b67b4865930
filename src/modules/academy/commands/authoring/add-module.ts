import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { openDraft } from "#modules/academy/authoring/draft.ts";
import { AddedModule, AddModule } from "#modules/academy/contract/authoring.ts";

/** Adds a module at the end of the draft. Errors: `academy.course_unknown`. */
export const addModule = defineCommand({
  name: "academy.add_module",
  title: "Add a module to a course",
  http: "POST /academy/courses/:courseId/modules",
  access: "academy:write",
  input: AddModule,
  output: AddedModule,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async ({ tx, input, now }, course) => {
    const draft = await openDraft(tx, { courseId: course.id, now });
    const made = { moduleId: newId(), key: newId() };
    await tx.execute(
      sql`INSERT INTO academy.module (id, curriculum_id, key, title, summary, position)
          SELECT ${made.moduleId}, ${draft.id}, ${made.key}, ${input.title}, ${input.summary}, coalesce(max(position), 0) + 1
          FROM academy.module WHERE curriculum_id = ${draft.id}`,
    );
    return made;
  },
});
