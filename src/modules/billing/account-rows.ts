import type { AccountRows } from "#kernel/module.ts";

/** How billing's rows give way when two customers become one; all others move as they are. */
export const accountRows: readonly AccountRows[] = [
  // One default is left; the other ways to pay stay usable.
  { table: "billing.payment_method", owner: "account", setBeside: { is_default: false } },
  // A provider knows both; the kept one's name there is used from now on.
  { table: "billing.provider_customer", owner: "account", stayWhenSame: ["provider"] },
  // Who sent the buyer still did.
  { table: "billing.referral", owner: "account", column: "buyer_account_id" },
  { table: "billing.commission", owner: "account", column: "buyer_account_id" },
  // Derived from the history of subscriptions, which moves and marks both as stale.
  { table: "billing.mrr_movement", owner: "account", stays: true },
  { table: "billing.mrr_stale", owner: "account", stays: true },
];
