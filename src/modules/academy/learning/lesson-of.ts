import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { Block } from "#modules/academy/contract/content.ts";

/** A lesson of a curriculum with what is in it. */
export interface LessonContent {
  key: string;
  slug: string;
  title: string;
  blocks: Block[];
}

/** How to find a lesson: by its key or address, or by something it holds. */
export type LessonWith =
  | { lessonKey: string }
  | { lessonSlug: string }
  | { quizKey: string }
  | { assignmentKey: string }
  | { packageId: string };

function condition(by: LessonWith) {
  if ("lessonKey" in by) return sql`key = ${by.lessonKey}`;
  if ("lessonSlug" in by) return sql`slug = ${by.lessonSlug}`;
  return sql`blocks @> ${JSON.stringify([by])}::jsonb`;
}

/** The lesson of a curriculum that is named, or that holds a quiz, an assignment or a package; undefined: none. */
export const findLessonWith = (
  db: Db,
  curriculumId: string,
  by: LessonWith,
): Promise<LessonContent | undefined> =>
  firstRow<LessonContent>(
    db,
    sql`SELECT key, slug, title, blocks FROM academy.lesson
        WHERE curriculum_id = ${curriculumId} AND ${condition(by)} LIMIT 1`,
  );
