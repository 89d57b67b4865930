import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";
import { openUploadStore } from "#modules/academy/media/upload-store.ts";

/** Clears away what was begun to be uploaded and not finished within three days. Safe to run twice. */
export const clearUploads = defineJob({
  name: "academy.clear_uploads",
  title: "Clear away unfinished uploads",
  input: z.object({}),
  schedule: "41 3 * * *",
  run: async ({ config, log }) => {
    const store = await openUploadStore(config);
    if (!store.hasExtension("expiration")) return;
    const cleared = await store.deleteExpired();
    if (cleared > 0) log.info({ cleared }, "Unfinished uploads were cleared away");
  },
});
