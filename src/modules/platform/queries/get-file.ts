import { z } from "zod";
import { getFile as findRecord } from "#kernel/files/save-file.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { FileMetadata } from "#modules/platform/contract.ts";

/** What is known of a stored file; its bytes are at `/files/:fileId`. Errors: `files.not_found`. */
export const getFile = defineQuery({
  name: "platform.get_file",
  title: "Look up a stored file",
  http: "GET /files/:fileId",
  access: "platform:read",
  input: z.object({ fileId: z.uuid() }),
  output: FileMetadata,
  run: async ({ db, input }) => {
    const { createdBy: _createdBy, createdAt, ...file } = await findRecord(db, input.fileId);
    return { ...file, createdAt: createdAt.toString() };
  },
});
