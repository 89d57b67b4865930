import { z } from "zod";
import { defineQuery } from "#kernel/operation/operation.ts";
import { LedgerVerdict } from "#modules/billing/contract/ledger.ts";
import { verifyMetrics as verify } from "#modules/billing/revenue/verify-metrics.ts";

/** Holds recurring revenue against the history of subscriptions: see `revenue/verify-metrics.ts`. */
export const verifyMetrics = defineQuery({
  name: "billing.verify_metrics",
  title: "Check recurring revenue against the history of subscriptions",
  http: "GET /billing/revenue/verdict",
  access: "billing:books",
  input: z.object({}),
  output: LedgerVerdict,
  run: async ({ db, now, company }) => verify(db, { now, zone: (await company()).zone }),
});
