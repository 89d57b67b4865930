import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";
import { MigrateBatch } from "#modules/academy/contract/authoring-versions.ts";

const Moved = z.object({ moved: z.number() });

/** Moves students to another version, some at a time; goes on where it was when it is started again. */
export const migrateStudents = defineJob({
  name: "academy.migrate_students",
  title: "Move students to another version of their course",
  input: MigrateBatch,
  expireInSeconds: 3600,
  run: async ({ call, signal }, move) => {
    while (!signal.aborted) if (Moved.parse(await call("academy.migrate_batch", move)).moved === 0) return;
  },
});
