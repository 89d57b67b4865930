import { z } from "zod";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";

/** Lets a failed job run once more. Errors: `platform.job_not_found`, `platform.job_not_failed`. */
export const retryJob = defineCommand({
  name: "platform.retry_job",
  title: "Run a failed job again",
  http: "POST /jobs/:jobId/retry",
  access: "platform:manage",
  input: z.object({ jobId: z.uuid() }),
  output: z.object({ jobId: z.uuid(), state: z.literal("retry") }),
  load: async (tx, { jobId }) => {
    const job = await firstRow<{ name: string; state: string }>(
      tx,
      sql`SELECT name, state FROM pgboss.job WHERE id = ${jobId} FOR UPDATE`,
    );
    if (!job) throw refuse("not_found", "platform.job_not_found", "There is no such job any more.");
    return job;
  },
  run: async ({ tx, input: { jobId } }, { name, state }) => {
    if (state !== "failed")
      throw refuse("conflict", "platform.job_not_failed", "Only a failed job can be run again.");
    // What pg-boss's own retry does, in this transaction, so that it is audited with it.
    await tx.execute(
      sql`UPDATE pgboss.job
          SET state = 'retry', retry_limit = retry_limit + 1, completed_on = NULL, start_after = now()
          WHERE name = ${name} AND id = ${jobId}`,
    );
    return { jobId, state: "retry" as const };
  },
});
