import { type Actor, actorPersonId } from "#kernel/actor.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { namesFile } from "#modules/academy/authoring/file-uses.ts";

/** A file anybody may see: the cover of a course that is out, or of a free lesson of one. */
const isPublic = (fileId: string) =>
  sql`EXISTS (SELECT FROM academy.course c JOIN academy.curriculum u ON u.course_id = c.id AND u.status = 'published'
        WHERE c.status = 'published' AND (c.cover_file_id = ${fileId} OR EXISTS (
          SELECT FROM academy.lesson l WHERE l.curriculum_id = u.id AND l.is_preview AND ${namesFile(sql`${fileId}`)})))`;

/** A file of a course this person learns in now. */
const isOfMyCourse = (fileId: string, personId: string | null) =>
  sql`EXISTS (SELECT FROM academy.enrollment e JOIN academy.course_file f ON f.course_id = e.course_id
        WHERE e.person_id = ${personId} AND e.status = 'active' AND f.file_id = ${fileId})`;

/** Whether somebody who is no author may read a file of a course. */
export async function mayReadMedia(db: Db, actor: Actor, fileId: string): Promise<boolean> {
  const found = await firstRow<{ may: boolean }>(
    db,
    sql`SELECT ${isOfMyCourse(fileId, actorPersonId(actor))} OR ${isPublic(fileId)} AS may`,
  );
  return found?.may ?? false;
}

/** Whether a file belongs to any course: authors read those and no others here. */
export const isCourseFile = async (db: Db, fileId: string): Promise<boolean> =>
  (await firstRow(
    db,
    sql`SELECT 1 FROM academy.course_file WHERE file_id = ${fileId}
        UNION ALL SELECT 1 FROM academy.course WHERE cover_file_id = ${fileId} LIMIT 1`,
  )) !== undefined;
