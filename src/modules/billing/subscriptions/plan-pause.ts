import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import type { SubscriptionRow } from "#modules/billing/subscriptions/load-subscription.ts";

/**
 * Pauses from the end of the paid period on, for good or until a day. The row must be locked. Errors:
 * `billing.pause_unfit`, `billing.resume_too_soon`.
 */
export async function planPause(
  ctx: BillingContext,
  subscription: SubscriptionRow,
  resumesOn: string | null,
) {
  const on = subscription.period_ends_on;
  if (subscription.status !== "active" || !on || subscription.cancel_on)
    throw refuse(
      "conflict",
      "billing.pause_unfit",
      "Only a running subscription that goes on can be paused.",
    );
  if (resumesOn && resumesOn <= on)
    throw refuse(
      "invalid",
      "billing.resume_too_soon",
      `The period already paid runs until ${on}. Choose a later day to go on.`,
    );
  await ctx.tx.execute(
    sql`UPDATE billing.subscription SET paused_on = ${on}, resumes_on = ${resumesOn}, version = version + 1
        WHERE id = ${subscription.id}`,
  );
  return { status: subscription.status, on };
}
