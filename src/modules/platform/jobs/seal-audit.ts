import { z } from "zod";
import { sealAudit as seal } from "#kernel/audit/seal.ts";
import { defineJob } from "#kernel/jobs/job.ts";

/**
 * Links new audit entries into the hash chain. The head goes to the log: kept outside of the database, it shows
 * whether the newest end of the chain was cut off.
 */
export const sealAudit = defineJob({
  name: "platform.seal_audit",
  title: "Seal the audit trail",
  input: z.object({}),
  schedule: "* * * * *",
  run: async ({ db, log }) => {
    const { sealed, head } = await seal(db);
    if (sealed > 0) log.info({ sealed, position: head?.position, hash: head?.hash }, "Audit sealed");
  },
});
