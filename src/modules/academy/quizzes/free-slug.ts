import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";

/** The first words of a text as a name: at most 60 characters of a–z, digits and dashes. */
function slugOf(words: string): string {
  const plain = words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  return slug === "" ? "question" : slug;
}

/** A name of a question that no other of the course has, made of its words. The course is locked by the caller. */
export async function freeSlug(db: Db, courseId: string, words: string): Promise<string> {
  const slug = slugOf(words);
  const taken = await rows<{ slug: string }>(
    db,
    sql`SELECT slug FROM academy.question WHERE course_id = ${courseId} AND starts_with(slug, ${slug})`,
  );
  const names = new Set(taken.map((one) => one.slug));
  let free = slug;
  for (let number = 2; names.has(free); number++) free = `${slug}-${number}`;
  return free;
}
