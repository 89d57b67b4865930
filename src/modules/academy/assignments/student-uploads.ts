import type { z } from "zod";
import type { Context } from "hono";
import { actorPersonId } from "#kernel/actor.ts";
import { isAppError, refuse } from "#kernel/errors.ts";
import { receiveUpload } from "#kernel/files/receive-upload.ts";
import type { Env } from "#kernel/http/env.ts";
import { problemResponse } from "#kernel/http/problem.ts";
import { checkOrigin, type Door } from "#kernel/http/rest.ts";
import type { ProtocolRoutes } from "#kernel/module.ts";
import { execute } from "#kernel/operation/execute.ts";
import type { DraftFiles, UploadTerms } from "#modules/academy/contract/submissions.ts";

const isForm = (request: Request) =>
  (request.headers.get("content-type") ?? "").startsWith("multipart/form-data");

/** Takes one file of a student's work: asks what is taken before it reads a byte of it. */
async function receive(door: Door, context: Context<Env>) {
  const request = context.req.raw;
  const requestId = context.get("requestId");
  const actor = await door.actorOf(request);
  checkOrigin(request, actor);
  const { runtime } = door;
  const now = door.clock.now();
  const call = <T>(name: string, input: object) =>
    execute(runtime, name, input, { actor, surface: "http", requestId, now }) as Promise<T>;
  const of = { courseSlug: context.req.param("course"), assignmentKey: context.req.param("assignmentKey") };
  const terms = await call<z.output<typeof UploadTerms>>("academy.get_my_upload_terms", of);
  if (terms.filesLeft === 0)
    throw refuse(
      "conflict",
      "academy.files_full",
      "As many files as this work takes are there. Take one out first.",
    );
  const file = await receiveUpload({ db: runtime.database.db, store: runtime.services.files }, request, {
    maxBytes: terms.maxFileBytes,
    ...(terms.fileTypes.length > 0 && { allow: terms.fileTypes }),
    now,
    createdBy: actorPersonId(actor),
  });
  return call<z.output<typeof DraftFiles>>("academy.add_draft_file", { ...of, fileId: file.fileId });
}

/** The student's own page, with a word on how it went: forms work without scripts. */
function back(context: Context<Env>, query: Record<string, string>): Response {
  const path = `/learn/${encodeURIComponent(context.req.param("course") ?? "")}/assignments/${encodeURIComponent(context.req.param("assignmentKey") ?? "")}`;
  return context.redirect(`${path}?${new URLSearchParams(query)}#work`, 303);
}

/**
 * `POST /learn/:course/assignments/:assignmentKey/files`: a form with one file, answered by going back to the page, or a
 * raw body of any length the assignment takes (`?name=`), answered in JSON.
 */
export const studentUploads: ProtocolRoutes = (web, door) => {
  web.post("/learn/:course/assignments/:assignmentKey/files", async (context) => {
    try {
      const files = await receive(door, context);
      return isForm(context.req.raw) ? back(context, { notice: "file-added" }) : context.json(files, 201);
    } catch (error) {
      const isTheirs = isAppError(error) && error.kind !== "unauthenticated" && error.kind !== "not_found";
      if (isTheirs && isForm(context.req.raw)) return back(context, { fault: error.code });
      const response = problemResponse(error, context.get("requestId"));
      if (response.status === 500)
        door.runtime.services.log.error({ requestId: context.get("requestId"), error }, "Bug");
      return response;
    }
  });
};
