import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { LessonRevisions, ListLessonRevisions } from "#modules/academy/contract/authoring-course.ts";
import type { Block } from "#modules/academy/contract/content.ts";
import { compareBlocks } from "#modules/academy/rules/authoring/compare-blocks.ts";

interface Save {
  revision: number;
  title: string;
  blocks: Block[];
  savedAt: string;
  savedBy: string | null;
}

/** How many saves are shown; older ones are there all the same. */
const SHOWN = 100;

/** What a lesson of the draft was after each save, the newest first; empty without a draft. */
export const listLessonRevisions = defineQuery({
  name: "academy.list_lesson_revisions",
  title: "List the saves of a lesson",
  http: "GET /academy/courses/:courseId/lessons/:lessonKey/revisions",
  access: "academy:read",
  input: ListLessonRevisions,
  output: LessonRevisions,
  run: async ({ db, input: { courseId, lessonKey } }) => {
    const saves = await rows<Save>(
      db,
      sql`WITH lesson AS (
            SELECT l.* FROM academy.lesson l JOIN academy.curriculum c ON c.id = l.curriculum_id
            WHERE c.course_id = ${courseId} AND c.status = 'draft' AND l.key = ${lessonKey}),
          saves AS (
            SELECT revision, title, blocks, updated_at AS at, updated_by AS by FROM lesson
            UNION ALL
            SELECT r.revision, r.title, r.blocks, r.saved_at, r.saved_by FROM academy.lesson_revision r
              JOIN lesson ON lesson.id = r.lesson_id AND r.revision <> lesson.revision)
          SELECT s.revision, s.title, s.blocks, to_jsonb(s.at) AS "savedAt", p.name AS "savedBy"
          FROM saves s LEFT JOIN auth.person p ON p.id = s.by ORDER BY s.revision DESC LIMIT ${SHOWN + 1}`,
    );
    const items = saves.slice(0, SHOWN).map(({ blocks, ...save }, at) => {
      const before = saves[at + 1];
      return {
        ...save,
        change: {
          ...compareBlocks(before?.blocks ?? [], blocks),
          isRenamed: before !== undefined && before.title !== save.title,
        },
      };
    });
    return { items };
  },
});
