import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { openDraft } from "#modules/academy/authoring/draft.ts";
import { getModuleRow } from "#modules/academy/authoring/outline-parts.ts";
import { UpdatedModule, UpdateModule } from "#modules/academy/contract/authoring-outline.ts";

/** Gives a module of the draft another title or summary. Errors: `academy.module_unknown`. */
export const updateModule = defineCommand({
  name: "academy.update_module",
  title: "Change the words of a module",
  http: "PATCH /academy/courses/:courseId/modules/:moduleKey",
  access: "academy:write",
  input: UpdateModule,
  output: UpdatedModule,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async ({ tx, input, now }, course) => {
    const draft = await openDraft(tx, { courseId: course.id, now });
    const module = await getModuleRow(tx, draft.id, input.moduleKey);
    await tx.execute(
      sql`UPDATE academy.module SET title = ${input.title ?? module.title}, summary = ${input.summary ?? module.summary}
          WHERE id = ${module.id}`,
    );
    return { moduleKey: module.key };
  },
});
