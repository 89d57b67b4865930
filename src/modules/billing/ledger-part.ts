import { grantCredit } from "#modules/billing/commands/ledger/grant-credit.ts";
import { recordExchange } from "#modules/billing/commands/ledger/record-exchange.ts";
import { recordPayout } from "#modules/billing/commands/ledger/record-payout.ts";
import { earnRevenue } from "#modules/billing/commands/ledger/earn-revenue.ts";
import { earnRevenueDaily } from "#modules/billing/jobs/earn-revenue.ts";
import type { BillingPart } from "#modules/billing/part.ts";
import { auditInvoicesQuery } from "#modules/billing/queries/ledger/audit-invoices.ts";
import { exportJournal } from "#modules/billing/queries/ledger/export-journal.ts";
import { getJournal } from "#modules/billing/queries/ledger/get-journal.ts";
import { listJournals } from "#modules/billing/queries/ledger/list-journals.ts";
import { listLedgerAccounts } from "#modules/billing/queries/ledger/list-ledger-accounts.ts";
import { verifyLedgerQuery } from "#modules/billing/queries/ledger/verify-ledger.ts";

/** The books: journals, what is earned, and whether all of it adds up. */
export const ledgerPart = {
  operations: [
    listLedgerAccounts,
    listJournals,
    getJournal,
    exportJournal,
    verifyLedgerQuery,
    auditInvoicesQuery,
    earnRevenue,
    grantCredit,
    recordPayout,
    recordExchange,
  ],
  jobs: [earnRevenueDaily],
} as const satisfies BillingPart;
