import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { openDraft } from "#modules/academy/authoring/draft.ts";
import { getModuleRow, moduleIds, orderModules, placed } from "#modules/academy/authoring/outline-parts.ts";
import { demandOutline, readOutlineVersion } from "#modules/academy/authoring/outline-version.ts";
import { ChangedOutline, MoveModule } from "#modules/academy/contract/authoring-outline.ts";

/** Puts a module at another place. Errors: `academy.module_unknown`, `academy.outline_changed`. */
export const moveModule = defineCommand({
  name: "academy.move_module",
  title: "Move a module",
  http: "PUT /academy/courses/:courseId/modules/:moduleKey/position",
  access: "academy:write",
  input: MoveModule,
  output: ChangedOutline,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async ({ tx, input, now }, course) => {
    const draft = await openDraft(tx, { courseId: course.id, now });
    await demandOutline(tx, draft.id, input.outlineVersion);
    const module = await getModuleRow(tx, draft.id, input.moduleKey);
    await orderModules(tx, placed(await moduleIds(tx, draft.id), module.id, input.position));
    return { outlineVersion: await readOutlineVersion(tx, draft.id) };
  },
});
