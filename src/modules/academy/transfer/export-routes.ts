import { Readable } from "node:stream";
import type { Hono } from "hono";
import type { Env } from "#kernel/http/env.ts";
import { problemResponse } from "#kernel/http/problem.ts";
import type { Door } from "#kernel/http/rest.ts";
import { demandPermission } from "#kernel/operation/access.ts";
import { writeArchive } from "#modules/academy/transfer/archive/write-archive.ts";
import { loadCourseDraft } from "#modules/academy/transfer/load-course-draft.ts";

const FORMS = ["archive", "markdown"] as const;

async function exportCourse(door: Door, request: Request, courseId: string): Promise<Response> {
  const { registry, database, services } = door.runtime;
  // The keys of all questions are in it: for who may write them.
  demandPermission(registry, await door.actorOf(request), "academy:write");
  const query = new URL(request.url).searchParams;
  const form = FORMS.find((name) => name === query.get("form")) ?? "archive";
  const version = (["draft", "in_force"] as const).find((name) => name === query.get("version"));
  const course = await loadCourseDraft(database.db, { courseId, version });
  const content =
    form === "archive"
      ? writeArchive(course, services.files)
      : (await import("#modules/academy/transfer/markdown/write-course-folder.ts")).writeFolderArchive(
          course,
          services.files,
        );
  const ending = form === "archive" ? "cairn.zip" : "markdown.zip";
  return new Response(Readable.toWeb(Readable.from(content)) as BodyInit, {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${course.draft.slug}.${ending}"`,
      "cache-control": "no-store",
    },
  });
}

/**
 * `GET /exports/courses/:courseId?form=archive|markdown&version=in_force|draft`: a course as a ZIP file, streamed, for who
 * may write courses.
 */
export function exportRoutes(web: Hono<Env>, door: Door): void {
  web.get("/exports/courses/:courseId{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}", async (context) => {
    const requestId = context.get("requestId");
    try {
      return await exportCourse(door, context.req.raw, context.req.param("courseId"));
    } catch (error) {
      const response = problemResponse(error, requestId);
      if (response.status === 500) door.runtime.services.log.error({ requestId, error }, "Bug");
      return response;
    }
  });
}
