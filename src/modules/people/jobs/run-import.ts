import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";

/** Brings a file of customers in, some rows a transaction; cut off, it goes on where it was. */
export const runImport = defineJob({
  name: "people.run_import",
  title: "Bring a file of customers in",
  input: z.object({ importId: z.uuid() }),
  run: async ({ call, signal }, { importId }) => {
    let isOver = false;
    while (!isOver && !signal.aborted)
      isOver = ((await call("people.import_chunk", { importId })) as { isOver: boolean }).isOver;
    if (!isOver) throw new Error("The house is closing; the import goes on later");
  },
});
