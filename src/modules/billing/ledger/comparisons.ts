import type { SQL } from "drizzle-orm";
import { sql } from "#kernel/db/sql.ts";
import type { Comparison } from "#modules/billing/ledger/compare.ts";

const balance = (account: string, sign: 1 | -1): SQL =>
  sql`SELECT account AS what, currency, ${sign === 1 ? sql`` : sql`-`}sum(amount_minor) AS minor
      FROM billing.posting WHERE account = ${account} GROUP BY 1, 2`;

const movedBy = (kind: string, accounts: readonly string[], sign: 1 | -1): SQL =>
  sql`SELECT j.kind AS what, p.currency, ${sign === 1 ? sql`` : sql`-`}sum(p.amount_minor) AS minor
      FROM billing.posting p JOIN billing.journal j ON j.id = p.journal_id
      WHERE j.kind = ${kind} AND p.account IN ${[...accounts]} GROUP BY 1, 2`;

const MONEY = ["bank", "provider_clearing"] as const;

const customers: Comparison[] = [
  {
    key: "receivables",
    title: "Receivables are the open invoices",
    ledger: balance("receivables", 1),
    records: sql`SELECT 'receivables' AS what, currency, sum(total_minor - paid_minor - credited_minor) AS minor
      FROM billing.invoice WHERE kind = 'invoice' AND status IN ('open', 'paid') GROUP BY 2`,
  },
  {
    key: "customer_credit",
    title: "Customer credit is the sum of its entries",
    ledger: balance("customer_credit", -1),
    records: sql`SELECT 'customer_credit' AS what, currency, sum(amount_minor) AS minor
      FROM billing.credit_entry GROUP BY 2`,
  },
];

const revenue: Comparison[] = [
  {
    key: "deferred_revenue",
    title: "Deferred revenue is what schedules have not earned",
    ledger: balance("deferred_revenue", -1),
    records: sql`SELECT 'deferred_revenue' AS what, currency, sum(amount_minor - earned_minor - returned_minor) AS minor
      FROM billing.revenue_schedule WHERE amount_minor <> earned_minor + returned_minor GROUP BY 2`,
  },
  {
    key: "revenue",
    title: "Revenue is what schedules earned",
    ledger: sql`SELECT account AS what, currency, -sum(amount_minor) AS minor FROM billing.posting
      WHERE account IN ('revenue_subscription', 'revenue_course', 'revenue_service', 'revenue_usage') GROUP BY 1, 2`,
    records: sql`SELECT 'revenue_' || revenue AS what, currency, sum(earned_minor - reversed_minor) AS minor
      FROM billing.revenue_schedule GROUP BY 1, 2`,
  },
  {
    key: "tax",
    title: "Tax owed is the tax of invoices less that of credit notes",
    ledger: sql`SELECT jurisdiction AS what, currency, -sum(amount_minor) AS minor FROM billing.posting
      WHERE account = 'tax_payable' GROUP BY 1, 2`,
    records: sql`SELECT t.jurisdiction AS what, i.currency,
        sum(CASE i.kind WHEN 'invoice' THEN t.tax_minor ELSE -t.tax_minor END) AS minor
      FROM billing.invoice_tax t JOIN billing.invoice i ON i.id = t.invoice_id
      WHERE i.number IS NOT NULL AND i.status <> 'void' GROUP BY 1, 2`,
  },
];

const money: Comparison[] = [
  {
    key: "payments",
    title: "Money booked in is the payments received",
    ledger: movedBy("payment", [...MONEY, "fees"], 1),
    records: sql`SELECT 'payment' AS what, currency, sum(amount_minor) AS minor FROM billing.payment
      WHERE returned_at IS NULL GROUP BY 2`,
  },
  {
    key: "refunds",
    title: "Money booked out is the refunds settled",
    ledger: movedBy("refund_settled", MONEY, -1),
    records: sql`SELECT 'refund_settled' AS what, currency, sum(amount_minor) AS minor FROM billing.refund
      WHERE status = 'succeeded' GROUP BY 2`,
  },
  {
    key: "refunds_payable",
    title: "Refunds under way are those not settled",
    ledger: balance("refunds_payable", -1),
    records: sql`SELECT 'refunds_payable' AS what, currency, sum(amount_minor) AS minor FROM billing.refund
      WHERE status IN ('created', 'pending', 'unknown') GROUP BY 2`,
  },
  {
    key: "disputed",
    title: "Disputed payments are the open disputes",
    ledger: balance("disputed", 1),
    records: sql`SELECT 'disputed' AS what, currency, sum(amount_minor) AS minor FROM billing.dispute
      WHERE status = 'open' GROUP BY 2`,
  },
];

/** What the books must say, by what the records say. */
export const comparisons: readonly Comparison[] = [...customers, ...revenue, ...money];
