import type { DataStore, Server, Upload } from "@tus/server";
import type { Hono } from "hono";
import { type Actor, actorPersonId } from "#kernel/actor.ts";
import { AppError, refuse } from "#kernel/errors.ts";
import type { Env } from "#kernel/http/env.ts";
import { problemResponse } from "#kernel/http/problem.ts";
import { checkOrigin, type Door } from "#kernel/http/rest.ts";
import { demandPermission } from "#kernel/operation/access.ts";
import { finishUpload, MAX_COURSE_FILE_BYTES } from "#modules/academy/media/finish-upload.ts";
import { openUploadStore } from "#modules/academy/media/upload-store.ts";

const PATH = "/api/academy/uploads";
/** Written over what was sent, so that the protocol's hooks know who uploads. */
const OWNER = "x-cairn-owner";

interface Uploads {
  server: Server;
  store: DataStore;
}

/** What the protocol's server takes for an answer. */
const told = async (error: unknown) => {
  if (!(error instanceof AppError)) throw error;
  const response = problemResponse(error, "");
  throw { status_code: response.status, body: await response.text() };
};

async function open(door: Door, actors: WeakMap<object, Actor>): Promise<Uploads> {
  const { Server: TusServer } = await import("@tus/server");
  const store = await openUploadStore(door.runtime.services.config);
  const server = new TusServer({
    path: PATH,
    datastore: store,
    relativeLocation: true,
    maxSize: MAX_COURSE_FILE_BYTES,
    onUploadCreate: async (request, upload) => ({
      metadata: { ...upload.metadata, ownerId: request.headers.get(OWNER) },
    }),
    onUploadFinish: async (request, upload) => {
      const actor = actors.get(request) ?? { kind: "anonymous" };
      const fileId = await finishUpload(door, actor, { store, upload }).catch(told);
      return { headers: { "x-cairn-file": String(fileId) } };
    },
  });
  return { server, store };
}

const unknownUpload = () =>
  refuse(
    "not_found",
    "academy.upload_unknown",
    "There is no such upload. It may be finished, or it lay too long.",
  );

/** Who began an upload goes on with it, and nobody else. */
async function demandOwn({ store }: Uploads, id: string, owner: string): Promise<Upload> {
  const upload = await store.getUpload(id).catch(() => undefined);
  if (upload?.metadata?.ownerId !== owner) throw unknownUpload();
  return upload;
}

/**
 * Resumable uploads (tus 1.0) for who writes courses: up to 10 GB, going on after a lost connection or a restart where they
 * were. The metadata says `courseId`, `filename` and `filetype`; the last answer names the file in `x-cairn-file`.
 */
export function uploadRoutes(web: Hono<Env>, door: Door): void {
  const actors = new WeakMap<object, Actor>();
  let uploads: Promise<Uploads> | undefined;
  const handle = async (request: Request): Promise<Response> => {
    const actor = await door.actorOf(request);
    if (request.method !== "HEAD" && request.method !== "OPTIONS") checkOrigin(request, actor);
    demandPermission(door.runtime.registry, actor, "academy:write");
    const owner = actorPersonId(actor) ?? "";
    const opened = await (uploads ??= open(door, actors));
    const id = new URL(request.url).pathname.slice(PATH.length + 1);
    request.headers.set(OWNER, owner);
    actors.set(request, actor);
    if (id) {
      const upload = await demandOwn(opened, id, owner);
      // All bytes came, and the house went down before it made a file of them.
      if (request.method === "HEAD" && upload.offset === upload.size)
        await finishUpload(door, actor, { store: opened.store, upload });
    }
    return opened.server.handleWeb(request);
  };
  for (const path of [PATH, `${PATH}/:id{[0-9a-f]{32}}`])
    web.all(path, async (context) => {
      try {
        return await handle(context.req.raw);
      } catch (error) {
        const response = problemResponse(error, context.get("requestId"));
        if (response.status === 500)
          door.runtime.services.log.error({ requestId: context.get("requestId"), error }, "Bug");
        return response;
      }
    });
}
