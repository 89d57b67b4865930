import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";
import { CheckedEvidence } from "#modules/playbook/contract/evidence.ts";

/** Once a night everything is looked at again, for what no event told of. */
export const checkEvidenceNightly = defineJob({
  name: "playbook.check_evidence",
  title: "Check the evidence of all deliverables",
  input: z.object({}),
  schedule: "20 3 * * *",
  run: async ({ call, signal }) => {
    let afterId: string | undefined;
    do {
      const { nextId } = CheckedEvidence.parse(await call("playbook.check_evidence", { afterId }));
      afterId = nextId ?? undefined;
    } while (afterId !== undefined && !signal.aborted);
  },
});
