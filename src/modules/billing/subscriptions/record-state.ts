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

/**
 * Writes what a subscription is and is worth from now on: the history that recurring revenue is read off. `cause` names
 * the event, `causeId` the invoice or order behind it.
 */
export async function recordState(
  ctx: Pick<BillingContext, "tx" | "now">,
  subscription: SubscriptionRow,
  state: { status: SubscriptionStatus; on: string; cause: string; causeId?: string | null },
): Promise<void> {
  const isActive = ACTIVE.includes(state.status);
  const mrr = isActive ? await worthOf(ctx.tx, subscription, state.on) : 0;
  await ctx.tx.execute(
    sql`INSERT INTO billing.subscription_state
          (id, account_id, subscription_id, from_at, status, is_active, mrr_minor, currency, cause, cause_id)
        VALUES (${newId()}, ${subscription.account_id}, ${subscription.id}, ${ctx.now.toString()}, ${state.status},
                ${isActive}, ${mrr}, ${subscription.currency}, ${state.cause}, ${state.causeId ?? null})`,
  );
}
