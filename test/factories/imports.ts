import { Readable } from "node:stream";
import { saveFile } from "#kernel/files/save-file.ts";
import type { Operations } from "#main/modules.ts";
import { writeArchive } from "#modules/academy/transfer/archive/write-archive.ts";
import type { CourseWithBytes } from "#test/factories/course-draft.ts";
import type { TestApp } from "#test/harness.ts";

type Import = Operations["academy.get_import"]["output"];

/** The archive of a course that is in no house. */
export async function archiveOf({ draft, bytes }: CourseWithBytes): Promise<Buffer> {
  const parts = new Map(
    [...bytes].map(([sha256, content]) => [sha256, { sha256, bytes: content.length }] as const),
  );
  const store = { read: async (sha256: string) => Readable.from([bytes.get(sha256) ?? Buffer.alloc(0)]) };
  return Buffer.concat(await Array.fromAsync(writeArchive({ draft, parts }, store)));
}

/** Uploads a file and has it looked through. */
export async function lookAt(
  house: TestApp,
  content: Uint8Array,
  { name, courseId }: { name: string; courseId?: string },
): Promise<Import> {
  const file = await saveFile(house.app.database.db, house.app.services.files, {
    content: Readable.from([content]),
    name,
    mediaType: "application/octet-stream",
    maxBytes: 1e9,
    now: house.clock.now(),
    createdBy: null,
  });
  const { importId } = await house.call("academy.start_import", { fileId: file.fileId, courseId });
  await house.runJob("academy.read_import", { importId });
  return house.call("academy.get_import", { importId });
}

/** The same, and brings it in. */
export async function importFile(
  house: TestApp,
  content: Uint8Array,
  name: string,
  slug?: string,
): Promise<Import> {
  const { importId, status } = await lookAt(house, content, { name });
  if (status === "ready") {
    await house.call("academy.confirm_import", { importId, slug });
    await house.runJob("academy.bring_import_in", { importId });
  }
  return house.call("academy.get_import", { importId });
}
