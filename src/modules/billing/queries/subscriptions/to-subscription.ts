import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import type { SQL } from "drizzle-orm";
import { rows, sql } from "#kernel/db/sql.ts";
import type { Subscription } from "#modules/billing/contract/subscriptions.ts";
import { priceAmount } from "#modules/billing/rules/pricing/price-amount.ts";
import {
  SUBSCRIPTION_COLUMNS,
  SUBSCRIPTION_TABLES,
  type SubscriptionRow,
} from "#modules/billing/subscriptions/load-subscription.ts";
import { periodLength } from "#modules/billing/subscriptions/period-lines.ts";

interface ListedRow extends SubscriptionRow {
  account_name: string;
  mrr_minor: number;
  pending_name: string | null;
}

const iso = (text: string | null) => text && Temporal.Instant.from(text).toString();

function toSubscription(row: ListedRow): z.input<typeof Subscription> {
  const { cycle, cycleCount } = periodLength(row.terms);
  return {
    id: row.id,
    accountId: row.account_id,
    accountName: row.account_name,
    offer: {
      id: row.offer_id,
      key: row.offer_key,
      name: row.product_name === row.offer_name ? row.offer_name : `${row.product_name} ${row.offer_name}`,
    },
    priceId: row.price_id,
    quantity: row.quantity,
    currency: row.currency,
    amountMinor: priceAmount(row.terms, row.quantity).amountMinor,
    cycle,
    cycleCount,
    zone: row.zone,
    status: row.status,
    periodStartsOn: row.period_starts_on,
    periodEndsOn: row.period_ends_on,
    trialEndsOn: row.status === "trialing" ? row.trial_ends_on : null,
    cancelOn: row.cancel_on,
    pausedOn: row.paused_on,
    resumesOn: row.resumes_on,
    pendingChange:
      row.pending_change && row.pending_name
        ? { offerName: row.pending_name, quantity: row.pending_change.quantity }
        : null,
    mrrMinor: row.mrr_minor,
    createdAt: Temporal.Instant.from(row.created_at).toString(),
    startedAt: iso(row.started_at),
    endedAt: iso(row.ended_at),
    endReason: row.end_reason,
  };
}

/** Reads subscriptions as people see them; `where` and what follows may name s (subscription), o (offer), a (account). */
export async function readSubscriptions(db: Db, where: SQL): Promise<z.input<typeof Subscription>[]> {
  const found = await rows<ListedRow>(
    db,
    sql`SELECT ${SUBSCRIPTION_COLUMNS}, a.name AS account_name, coalesce(t.mrr_minor, 0)::bigint AS mrr_minor,
          (SELECT po.name FROM billing.price pp JOIN billing.offer po ON po.id = pp.offer_id
            WHERE pp.id = (s.pending_change->>'priceId')::uuid) AS pending_name
        FROM ${SUBSCRIPTION_TABLES} JOIN people.account_name a ON a.id = s.account_id
        LEFT JOIN LATERAL (SELECT mrr_minor FROM billing.subscription_state
          WHERE subscription_id = s.id ORDER BY from_at DESC, seq DESC LIMIT 1) t ON true
        ${where}`,
  );
  return found.map(toSubscription);
}
