/** What an account of the books holds. Assets and expenses grow by debits, liabilities and income by credits. */
export type LedgerAccountKind = "asset" | "liability" | "income" | "expense";

/** The chart of accounts in its order; the migration seeds the same. */
export const LEDGER_ACCOUNTS = [
  { code: "bank", name: "Bank", kind: "asset" },
  { code: "provider_clearing", name: "Payment providers", kind: "asset" },
  { code: "receivables", name: "Receivables", kind: "asset" },
  { code: "disputed", name: "Disputed payments", kind: "asset" },
  { code: "currency_exchange", name: "Currency exchange", kind: "asset" },
  { code: "deferred_revenue", name: "Deferred revenue", kind: "liability" },
  { code: "customer_credit", name: "Customer credit", kind: "liability" },
  { code: "refunds_payable", name: "Refunds under way", kind: "liability" },
  { code: "tax_payable", name: "Tax owed", kind: "liability" },
  { code: "commissions_payable", name: "Commissions owed", kind: "liability" },
  { code: "revenue_subscription", name: "Subscription revenue", kind: "income" },
  { code: "revenue_course", name: "Course revenue", kind: "income" },
  { code: "revenue_service", name: "Service revenue", kind: "income" },
  { code: "revenue_usage", name: "Usage revenue", kind: "income" },
  { code: "exchange_gains", name: "Exchange gains", kind: "income" },
  { code: "fees", name: "Payment fees", kind: "expense" },
  { code: "bad_debt", name: "Invoices written off", kind: "expense" },
  { code: "dispute_losses", name: "Lost disputes", kind: "expense" },
  { code: "goodwill", name: "Goodwill credit", kind: "expense" },
  { code: "commissions", name: "Partner commissions", kind: "expense" },
  { code: "exchange_losses", name: "Exchange losses", kind: "expense" },
] as const satisfies readonly { code: string; name: string; kind: LedgerAccountKind }[];

export type LedgerAccountCode = (typeof LEDGER_ACCOUNTS)[number]["code"];
