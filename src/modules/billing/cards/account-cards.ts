import type { AccountCard } from "#kernel/module.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { formatMoney } from "#kernel/money.ts";
import { readSubscriptions } from "#modules/billing/queries/subscriptions/to-subscription.ts";

const LOCALE = "en-GB";

const STATUS: Record<string, string> = {
  incomplete: "waits for its first payment",
  trialing: "on trial",
  active: "active",
  past_due: "past due",
  suspended: "suspended",
  paused: "paused",
  cancelled: "ended",
};

/** What an account is subscribed to. */
export const subscriptionsCard: AccountCard = {
  title: "Subscriptions",
  permission: "billing:read",
  load: async (db, { accountId }) => {
    const found = await readSubscriptions(
      db,
      sql`WHERE s.account_id = ${accountId} ORDER BY s.ended_at DESC NULLS FIRST, s.created_at DESC LIMIT 5`,
    );
    return found.map((subscription) => ({
      label: subscription.offer.name,
      value: `${STATUS[subscription.status]}, ${formatMoney(subscription.amountMinor, subscription.currency, LOCALE)}`,
      href: `/console/billing/subscriptions/${subscription.id}`,
    }));
  },
};

/** What an account owes, has paid, and has as credit, by currency. */
export const balanceCard: AccountCard = {
  title: "Balance",
  permission: "billing:read",
  load: async (db, { accountId }) => {
    const found = await rows<{ currency: string; open: number; paid: number; credit: number }>(
      db,
      sql`WITH owed AS (
            SELECT currency, sum(total_minor - paid_minor - credited_minor)
              FILTER (WHERE status = 'open' AND kind = 'invoice')::bigint AS open
            FROM billing.invoice WHERE account_id = ${accountId} AND number IS NOT NULL GROUP BY currency),
          came AS (
            SELECT currency, sum(amount_minor - refunded_minor)::bigint AS paid FROM billing.payment
            WHERE account_id = ${accountId} GROUP BY currency),
          credit AS (
            SELECT currency, sum(amount_minor)::bigint AS credit FROM billing.credit_entry
            WHERE account_id = ${accountId} GROUP BY currency)
          SELECT currency, coalesce(open, 0) AS open, coalesce(paid, 0) AS paid, coalesce(credit, 0) AS credit
          FROM owed FULL JOIN came USING (currency) FULL JOIN credit USING (currency) ORDER BY currency`,
    );
    return found.flatMap(({ currency, open, paid, credit }) => {
      const money = (amount: number) => formatMoney(Number(amount), currency, LOCALE);
      return [
        {
          label: "Open",
          value: money(open),
          href: `/console/billing/invoices?account=${accountId}&status=open`,
        },
        { label: "Paid so far", value: money(paid), href: `/console/billing/invoices?account=${accountId}` },
        ...(Number(credit) === 0 ? [] : [{ label: "Credit", value: money(credit) }]),
      ];
    });
  },
};
