import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";
import { paymentHouse } from "#modules/billing/payments/payment-house.ts";
import { matchStatement as match } from "#modules/billing/payments/statements/match-statement.ts";

/** Matches the lines of an imported statement with open invoices. */
export const matchStatement = defineJob({
  name: "billing.match_statement",
  title: "Match a bank statement with open invoices",
  input: z.object({ statementId: z.uuid() }),
  expireInSeconds: 1800,
  run: async (context, { statementId }) => {
    await match(paymentHouse(context, "billing.match_statement"), statementId, context.signal);
  },
});
