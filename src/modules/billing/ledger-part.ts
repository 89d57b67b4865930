import { earnRevenue } from "#modules/billing/commands/ledger/earn-revenue.ts";
import { earnRevenueNightly } from "#modules/billing/jobs/earn-revenue.ts";
import type { BillingPart } from "#modules/billing/part.ts";
import { auditInvoicesQuery } from "#modules/billing/queries/ledger/audit-invoices.ts";
import { verifyLedgerQuery } from "#modules/billing/queries/ledger/verify-ledger.ts";

/** The books: journals, what is earned, and whether all of it adds up. */
export const ledgerPart = {
  operations: [earnRevenue, verifyLedgerQuery, auditInvoicesQuery],
  jobs: [earnRevenueNightly],
} as const satisfies BillingPart;
