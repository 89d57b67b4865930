import { z } from "zod";
import { localDate } from "#kernel/clock.ts";
import { defineJob } from "#kernel/jobs/job.ts";
import { renewInquiries } from "#modules/billing/tax/request-tax-id-check.ts";

/** Once a month the ids behind reverse charge are asked for again: a company may have lost its own. */
export const renewTaxIdChecks = defineJob({
  name: "billing.renew_tax_id_checks",
  title: "Check the tax ids of customers again",
  input: z.object({}),
  schedule: "20 3 2 * *",
  run: async ({ db, now, company }) => {
    await renewInquiries(db, now, localDate(now, (await company()).zone));
  },
});
