import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";
import { inquireNext } from "#modules/billing/tax/inquire.ts";
import { readSeller } from "#modules/billing/tax/seller.ts";
import { viesChecker } from "#modules/billing/tax/vies-checker.ts";

// VIES turns away who asks too much at once; the rest waits for the next run.
const MOST_A_RUN = 20;

/** Asks the register about tax ids that wait for it. Asks nobody unless the seller wants it, and never in sandbox mode. */
export const checkTaxIds = defineJob({
  name: "billing.check_tax_ids",
  title: "Ask the register about tax ids",
  input: z.object({}),
  schedule: "*/10 * * * *",
  expireInSeconds: 300,
  run: async ({ db, now, config, signal }) => {
    const seller = await readSeller(db);
    if (!seller.viesEnabled || config.CAIRN_SANDBOX) return;
    const checker = viesChecker(seller.viesUrl);
    const requester = (seller.country && seller.taxIds[seller.country]) || null;
    for (let asked = 0; asked < MOST_A_RUN && !signal.aborted; asked += 1)
      if (!(await inquireNext(db, checker, { now, requester }))) return;
  },
});
