import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";

/** An address that no lesson of the curriculum has: the one wished for, or with the next free number behind it. */
export async function freeLessonSlug(db: Db, curriculumId: string, wish: string): Promise<string> {
  const found = await rows<{ slug: string }>(
    db,
    sql`SELECT slug FROM academy.lesson WHERE curriculum_id = ${curriculumId}`,
  );
  const taken = new Set(found.map(({ slug }) => slug));
  const stem = wish.slice(0, 72);
  let slug = wish;
  for (let at = 2; taken.has(slug); at++) slug = `${stem}-${at}`;
  return slug;
}
