import type { Context, Hono } from "hono";
import { refuse } from "#kernel/errors.ts";
import { getFile } from "#kernel/files/save-file.ts";
import { serveFile } from "#kernel/files/serve-file.ts";
import type { Env } from "#kernel/http/env.ts";
import { problemResponse } from "#kernel/http/problem.ts";
import type { Door } from "#kernel/http/rest.ts";
import { permissionsOf } from "#kernel/operation/access.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { isCaptions } from "#modules/academy/media/check-captions.ts";
import { embedPage } from "#modules/academy/media/embed-page.ts";
import { isCourseFile, mayReadMedia } from "#modules/academy/media/may-read.ts";

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/** What a browser may show in place. SVG and HTML are not among them: as a document they could run. */
const SHOWN = /^(image\/(png|jpeg|gif|webp|avif)|video\/|audio\/|text\/vtt$|application\/pdf$)/;

const noSuchFile = () =>
  refuse("not_found", "academy.media_unknown", "There is no such file, or it is not open to you.");

async function media(door: Door, request: Request, fileId: string): Promise<Response> {
  const { db } = door.runtime.database;
  const actor = await door.actorOf(request);
  const isAuthor = permissionsOf(door.runtime.registry, actor).has("academy:read");
  const may = (isAuthor && (await isCourseFile(db, fileId))) || (await mayReadMedia(db, actor, fileId));
  // Whether a file exists is nobody's business who may not read it.
  if (!may) throw noSuchFile();
  const file = await getFile(db, fileId);
  const mediaType = isCaptions(file) ? "text/vtt" : file.mediaType;
  const response = await serveFile(door.runtime.services.files, { ...file, mediaType }, request);
  if (SHOWN.test(mediaType) && response.headers.has("content-disposition"))
    response.headers.set(
      "content-disposition",
      response.headers.get("content-disposition")?.replace(/^attachment/, "inline") ?? "inline",
    );
  return response;
}

async function embed(door: Door, blockId: string): Promise<Response> {
  const found = await firstRow<{ url: string; title: string }>(
    door.runtime.database.db,
    sql`SELECT b.block->>'url' AS url, b.block->>'title' AS title
        FROM academy.lesson l, jsonb_array_elements(l.blocks) AS b (block)
        WHERE l.blocks @> jsonb_build_array(jsonb_build_object('id', ${blockId}::text, 'kind', 'embed'))
          AND b.block->>'id' = ${blockId} ORDER BY l.updated_at DESC LIMIT 1`,
  );
  if (!found) throw noSuchFile();
  return embedPage(found);
}

/** Files of courses for who may read them, and the frames in which other sites stand. */
export function mediaRoutes(web: Hono<Env>, door: Door): void {
  const answer = async (context: Context<Env>, work: () => Promise<Response>) => {
    try {
      return await work();
    } catch (error) {
      const response = problemResponse(error, context.get("requestId"));
      if (response.status === 500)
        door.runtime.services.log.error({ requestId: context.get("requestId"), error }, "Bug");
      return response;
    }
  };
  web.get(`/learn/media/:fileId{${UUID}}`, (context) =>
    answer(context, () => media(door, context.req.raw, context.req.param("fileId") ?? "")),
  );
  web.get(`/learn/embeds/:blockId{${UUID}}`, (context) =>
    answer(context, () => embed(door, context.req.param("blockId") ?? "")),
  );
}
