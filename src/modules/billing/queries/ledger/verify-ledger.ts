import { z } from "zod";
import { defineQuery } from "#kernel/operation/operation.ts";
import { LedgerVerdict } from "#modules/billing/contract/ledger.ts";
import { verifyLedger } from "#modules/billing/ledger/verify-ledger.ts";

/** Holds the books against the records: see `ledger/verify-ledger.ts`. */
export const verifyLedgerQuery = defineQuery({
  name: "billing.verify_ledger",
  title: "Check the books against invoices, payments and schedules",
  http: "GET /billing/ledger/verdict",
  access: "billing:books",
  input: z.object({}),
  output: LedgerVerdict,
  run: ({ db }) => verifyLedger(db),
});
