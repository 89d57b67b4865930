import type { DataStore, Upload } from "@tus/server";
import type { Actor } from "#kernel/actor.ts";
import { actorPersonId } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";
import { saveFile } from "#kernel/files/save-file.ts";
import type { Door } from "#kernel/http/rest.ts";
import { execute } from "#kernel/operation/execute.ts";
import { newId } from "#kernel/ids.ts";

/** Largest file of a course, in bytes: a long lecture in good quality. */
export const MAX_COURSE_FILE_BYTES = 10_000_000_000;

/** The stores of @tus that we use can be read, which their common type does not say. */
type Readable = DataStore & {
  read(id: string): AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>;
};

/**
 * Makes a file of the course out of a complete upload, streaming, and clears it away. Errors: `academy.upload_unreadable`,
 * those of `saveFile` and of `academy.add_course_file`.
 */
export async function finishUpload(
  door: Door,
  actor: Actor,
  { store, upload }: { store: DataStore; upload: Upload },
): Promise<string> {
  const { courseId, filename, filetype } = upload.metadata ?? {};
  if (!courseId || !("read" in store))
    throw refuse("invalid", "academy.upload_unreadable", "This upload does not say which course it is for.");
  const { runtime, clock } = door;
  const file = await saveFile(runtime.database.db, runtime.services.files, {
    content: await (store as Readable).read(upload.id),
    name: filename ?? "file",
    mediaType: filetype ?? "",
    maxBytes: MAX_COURSE_FILE_BYTES,
    now: clock.now(),
    createdBy: actorPersonId(actor),
  });
  const input = { courseId, fileId: file.fileId };
  try {
    await execute(runtime, "academy.add_course_file", input, {
      actor,
      surface: "http",
      requestId: newId(),
      now: clock.now(),
    });
  } finally {
    await store.remove(upload.id).catch(() => {});
  }
  return file.fileId;
}
