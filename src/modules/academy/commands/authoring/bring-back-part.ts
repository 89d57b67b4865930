import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import type { Tx } from "#kernel/db/database.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { openDraft } from "#modules/academy/authoring/draft.ts";
import { freeLessonSlug } from "#modules/academy/authoring/free-lesson-slug.ts";
import {
  getModuleRow,
  lessonIds,
  moduleIds,
  orderLessons,
  orderModules,
  placed,
} from "#modules/academy/authoring/outline-parts.ts";
import { readOutlineVersion } from "#modules/academy/authoring/outline-version.ts";
import {
  type KeptPart,
  putLessonsBack,
  putModuleBack,
  takeBack,
} from "#modules/academy/authoring/removed-part.ts";
import { BringBackPart, ChangedOutline } from "#modules/academy/contract/authoring-outline.ts";

/** The end of the module, until the order is written. */
const LAST = 100_000;

async function putBack(tx: Tx, draftId: string, { module, moduleKey, lessons }: KeptPart): Promise<void> {
  if (module) {
    await putModuleBack(tx, { ...module, position: LAST });
    await orderModules(tx, placed(await moduleIds(tx, draftId), module.id, module.position));
  }
  const target = module ?? (await getModuleRow(tx, draftId, moduleKey));
  for (const lesson of lessons) {
    const slug = await freeLessonSlug(tx, draftId, String(lesson.slug));
    await putLessonsBack(tx, target.id, [{ ...lesson, slug, position: LAST }]);
    await orderLessons(tx, target.id, placed(await lessonIds(tx, target.id), lesson.id, lesson.position));
  }
}

/**
 * Brings back a lesson or module that was taken out of the draft, at its old place.
 * Errors: `academy.removal_unknown`, `academy.module_unknown` when the lesson's module is gone,
 * `academy.part_is_there`.
 */
export const bringBackPart = defineCommand({
  name: "academy.bring_back_part",
  title: "Bring back what was taken out of the draft",
  http: "POST /academy/courses/:courseId/removals/:removalId/return",
  access: "academy:write",
  input: BringBackPart,
  output: ChangedOutline,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async ({ tx, input, now }, course) => {
    const draft = await openDraft(tx, { courseId: course.id, now });
    const part = await takeBack(tx, draft.id, input.removalId);
    const keys = part.lessons.map(({ key }) => key);
    const isThere = await firstRow(
      tx,
      sql`SELECT 1 FROM academy.lesson WHERE curriculum_id = ${draft.id} AND key = ANY(${sql.param(keys)}::uuid[])
          UNION ALL SELECT 1 FROM academy.module WHERE curriculum_id = ${draft.id} AND key = ${part.module?.key ?? null}`,
    );
    if (isThere) throw refuse("conflict", "academy.part_is_there", "This is back in the draft already.");
    await putBack(tx, draft.id, part);
    return { outlineVersion: await readOutlineVersion(tx, draft.id) };
  },
});
