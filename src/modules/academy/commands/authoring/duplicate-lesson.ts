import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { openDraft } from "#modules/academy/authoring/draft.ts";
import { freeLessonSlug } from "#modules/academy/authoring/free-lesson-slug.ts";
import { getLessonRow, lessonIds, orderLessons, placed } from "#modules/academy/authoring/outline-parts.ts";
import { readOutlineVersion } from "#modules/academy/authoring/outline-version.ts";
import { DuplicatedLesson, DuplicateLesson } from "#modules/academy/contract/authoring-outline.ts";

/** Copies a lesson, right after itself; its blocks get ids of their own. Errors: `academy.lesson_unknown`. */
export const duplicateLesson = defineCommand({
  name: "academy.duplicate_lesson",
  title: "Duplicate a lesson",
  http: "POST /academy/courses/:courseId/lessons/:lessonKey/copies",
  access: "academy:write",
  input: DuplicateLesson,
  output: DuplicatedLesson,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async ({ tx, input, now, actor }, course) => {
    const draft = await openDraft(tx, { courseId: course.id, now });
    const lesson = await getLessonRow(tx, draft.id, input.lessonKey);
    const copy = { id: newId(), key: newId() };
    const slug = await freeLessonSlug(tx, draft.id, input.slug ?? lesson.slug);
    await tx.execute(
      sql`INSERT INTO academy.lesson (id, curriculum_id, module_id, key, slug, title, summary, position, minutes,
            is_preview, completion, opening, blocks, updated_at, updated_by)
          SELECT ${copy.id}, curriculum_id, module_id, ${copy.key}::uuid, ${slug}, left(title || ' (copy)', 200), summary,
            (SELECT max(position) + 1 FROM academy.lesson WHERE module_id = l.module_id), minutes, false, completion, opening,
            (SELECT coalesce(jsonb_agg(block || jsonb_build_object('id', gen_random_uuid()) ORDER BY at), '[]')
              FROM jsonb_array_elements(blocks) WITH ORDINALITY AS b (block, at)),
            ${now.toString()}::timestamptz, ${actorPersonId(actor)}::uuid
          FROM academy.lesson l WHERE id = ${lesson.id}`,
    );
    await orderLessons(
      tx,
      lesson.module_id,
      placed(await lessonIds(tx, lesson.module_id), copy.id, lesson.position + 1),
    );
    return { lessonKey: copy.key, outlineVersion: await readOutlineVersion(tx, draft.id) };
  },
});
