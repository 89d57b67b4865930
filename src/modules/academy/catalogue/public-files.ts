import type { Hono } from "hono";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { getFile } from "#kernel/files/save-file.ts";
import { serveFile } from "#kernel/files/serve-file.ts";
import type { Env } from "#kernel/http/env.ts";
import { problemResponse } from "#kernel/http/problem.ts";
import type { Door } from "#kernel/http/rest.ts";
import { courseNotPublic } from "#modules/academy/catalogue/public-course.ts";

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/** A file is public when it is the cover of a course that is out, or stands in a lesson that is free to read. */
async function isPublicFile(db: Db, { slug, fileId }: { slug: string; fileId: string }): Promise<boolean> {
  const found = await firstRow(
    db,
    sql`SELECT 1 FROM academy.course c JOIN academy.curriculum u ON u.course_id = c.id AND u.status = 'published'
        WHERE c.status = 'published' AND c.slug = ${slug} AND (c.cover_file_id = ${fileId}
          OR EXISTS (SELECT FROM academy.lesson l
            WHERE l.curriculum_id = u.id AND l.is_preview AND jsonb_path_exists(l.blocks,
              '$.** ? (@.fileId == $id || @.posterFileId == $id)', jsonb_build_object('id', ${fileId}::text))))`,
  );
  return found !== undefined;
}

async function answer(
  door: Door,
  request: Request,
  ref: { slug: string; fileId: string },
): Promise<Response> {
  const { db } = door.runtime.database;
  if (!(await isPublicFile(db, ref))) throw courseNotPublic();
  const response = await serveFile(door.runtime.services.files, await getFile(db, ref.fileId), request);
  response.headers.set("cache-control", "public, max-age=3600");
  return response;
}

/** Pictures, films and files of what visitors may see of a course. */
export function publicCourseFiles(web: Hono<Env>, door: Door): void {
  web.get(`/courses/:slug{[a-z0-9-]{1,80}}/files/:fileId{${UUID}}`, async (context) => {
    try {
      return await answer(door, context.req.raw, context.req.param());
    } catch (error) {
      const response = problemResponse(error, context.get("requestId"));
      if (response.status === 500)
        door.runtime.services.log.error({ requestId: context.get("requestId"), error }, "Bug");
      return response;
    }
  });
}
