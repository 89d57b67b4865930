import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import type {
  SubscriptionRow,
  SubscriptionStatus,
} from "#modules/billing/subscriptions/load-subscription.ts";
import { worthOf } from "#modules/billing/subscriptions/worth.ts";

/** Statuses that count as a paying subscriber; past due still has its grace. */
const ACTIVE: readonly SubscriptionStatus[] = ["active", "past_due"];

/** What a subscription is and is worth from now on, and why. */
export interface SubscriptionStateRecord {
  subscription: Pick<SubscriptionRow, "id" | "account_id" | "currency">;
  status: SubscriptionStatus;
  mrrMinor: number;
  cause: string;
  causeId: string | null;
}

/** Writes what subscriptions are and are worth from now on, in one statement. */
export async function recordStates(
  ctx: Pick<BillingContext, "tx" | "now">,
  states: readonly SubscriptionStateRecord[],
): Promise<void> {
  const records = states.map(({ subscription, status, mrrMinor, cause, causeId }) => ({
    id: newId(),
    account_id: subscription.account_id,
    subscription_id: subscription.id,
    from_at: ctx.now.toString(),
    status,
    is_active: ACTIVE.includes(status),
    mrr_minor: mrrMinor,
    currency: subscription.currency,
    cause,
    cause_id: causeId,
  }));
  await ctx.tx.execute(
    sql`INSERT INTO billing.subscription_state (id, account_id, subscription_id, from_at, status, is_active, mrr_minor,
          currency, cause, cause_id)
        SELECT id, account_id, subscription_id, from_at, status, is_active, mrr_minor, currency, cause, cause_id
        FROM jsonb_populate_recordset(null::billing.subscription_state, ${JSON.stringify(records)}::jsonb)`,
  );
}

/**
 * Writes what a subscription is and is worth from now on: the history that recurring revenue is read off. `cause` names
 * the event, `causeId` the invoice or order behind it.
 */
export async function recordState(
  ctx: Pick<BillingContext, "tx" | "now">,
  subscription: SubscriptionRow,
  state: { status: SubscriptionStatus; on: string; cause: string; causeId?: string | null },
): Promise<void> {
  const { status, on, cause, causeId = null } = state;
  const mrrMinor = ACTIVE.includes(status) ? await worthOf(ctx.tx, subscription, on) : 0;
  await recordStates(ctx, [{ subscription, status, mrrMinor, cause, causeId }]);
}
