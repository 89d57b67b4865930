import type { Context, Hono } from "hono";
import { type Actor, actorPersonId, type Permission } from "#kernel/actor.ts";
import { receiveUpload } from "#kernel/files/receive-upload.ts";
import { getFile } from "#kernel/files/save-file.ts";
import { serveFile } from "#kernel/files/serve-file.ts";
import type { Env } from "#kernel/http/env.ts";
import { problemResponse } from "#kernel/http/problem.ts";
import { checkOrigin, type Door } from "#kernel/http/rest.ts";
import { demandPermission, isWholePerson, permissionsOf } from "#kernel/operation/access.ts";
import type { Runtime } from "#kernel/operation/execute.ts";
import { narrowToOwnAccounts } from "#kernel/operation/reach.ts";

/** The right staff need for a file beside `platform:read`; that one alone where no module guards it. */
async function guardOf({ registry, database }: Runtime, fileId: string): Promise<Permission> {
  for (const guard of registry.modules.flatMap((module) => module.fileGuards ?? [])) {
    const needed = await guard(database.db, fileId);
    if (needed) return needed;
  }
  return READ;
}

/**
 * Staff who may look into the house read every file that no module guards; anybody else what a module hands to customers.
 * Errors: `access.sign_in`, `access.forbidden`.
 */
async function demandReadable(runtime: Runtime, actor: Actor, fileId: string): Promise<void> {
  const { registry, database } = runtime;
  const rights = permissionsOf(registry, actor);
  const needed = rights.has(READ) ? await guardOf(runtime, fileId) : READ;
  if (rights.has(needed) || !isWholePerson(actor)) return demandPermission(registry, actor, needed);
  const readers = registry.modules.flatMap((module) => module.fileReaders ?? []);
  const isTheirs = await database.db.transaction(async (tx) => {
    const narrowed = await narrowToOwnAccounts(registry, tx, actor);
    for (const mayRead of readers) if (await mayRead(tx, fileId, narrowed)) return true;
    return false;
  });
  if (!isTheirs) demandPermission(registry, actor, needed);
}

/** Largest upload through the API, in bytes. */
const MAX_UPLOAD_BYTES = 2_000_000_000;

/** Who may store files. */
export const UPLOAD: Permission = "platform:upload";
const READ: Permission = "platform:read";

async function upload(door: Door, request: Request): Promise<Response> {
  const actor = await door.actorOf(request);
  checkOrigin(request, actor);
  demandPermission(door.runtime.registry, actor, UPLOAD);
  const { services, database } = door.runtime;
  const file = await receiveUpload({ db: database.db, store: services.files }, request, {
    maxBytes: MAX_UPLOAD_BYTES,
    now: door.clock.now(),
    createdBy: actorPersonId(actor),
  });
  const { createdAt, createdBy: _createdBy, ...known } = file;
  return Response.json({ ...known, createdAt: createdAt.toString() }, { status: 201 });
}

async function download(door: Door, request: Request, fileId: string): Promise<Response> {
  await demandReadable(door.runtime, await door.actorOf(request), fileId);
  const file = await getFile(door.runtime.database.db, fileId);
  return serveFile(door.runtime.services.files, file, request);
}

/**
 * The routes that stream: `POST /api/v1/files` takes a raw body (`?name=`) or a form, `GET /files/:fileId` gives the
 * bytes as a download to whoever may read the file. Mount before the operations' routes.
 */
export function fileRoutes(web: Hono<Env>, door: Door): void {
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
  web.post("/api/v1/files", (context) => answer(context, () => upload(door, context.req.raw)));
  web.get("/files/:fileId{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}", (context) =>
    answer(context, () => download(door, context.req.raw, context.req.param("fileId") ?? "")),
  );
}
