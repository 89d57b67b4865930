import { z } from "zod";
import { defineQuery } from "#kernel/operation/operation.ts";
import { LedgerVerdict } from "#modules/billing/contract/ledger.ts";
import { auditInvoices } from "#modules/billing/ledger/audit-invoices.ts";

/** Looks for gaps, wrong totals and wrong taxes: see `ledger/audit-invoices.ts`. */
export const auditInvoicesQuery = defineQuery({
  name: "billing.audit_invoices",
  title: "Check invoices for gaps, totals, taxes and settlement",
  http: "GET /billing/invoice-audit",
  access: "billing:books",
  input: z.object({}),
  output: LedgerVerdict,
  run: ({ db }) => auditInvoices(db),
});
