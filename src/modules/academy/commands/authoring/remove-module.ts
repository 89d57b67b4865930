import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { openDraft } from "#modules/academy/authoring/draft.ts";
import { getModuleRow, moduleIds, orderModules } from "#modules/academy/authoring/outline-parts.ts";
import { demandOutline, readOutlineVersion } from "#modules/academy/authoring/outline-version.ts";
import { takeOut } from "#modules/academy/authoring/removed-part.ts";
import { RemovedPart, RemoveModule } from "#modules/academy/contract/authoring-outline.ts";

/**
 * Takes a module with its lessons out of the draft; `academy.bring_back_part` undoes it. Published versions keep it.
 * Errors: `academy.module_unknown`, `academy.outline_changed`.
 */
export const removeModule = defineCommand({
  name: "academy.remove_module",
  title: "Take a module out of the draft",
  http: "DELETE /academy/courses/:courseId/modules/:moduleKey",
  access: "academy:write",
  input: RemoveModule,
  output: RemovedPart,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async (context, course) => {
    const { tx, input, now } = context;
    const draft = await openDraft(tx, { courseId: course.id, now });
    await demandOutline(tx, draft.id, input.outlineVersion);
    const module = await getModuleRow(tx, draft.id, input.moduleKey);
    const removalId = await takeOut(context, draft.id, { moduleId: module.id, moduleKey: module.key });
    await orderModules(tx, await moduleIds(tx, draft.id));
    return { removalId, outlineVersion: await readOutlineVersion(tx, draft.id) };
  },
});
