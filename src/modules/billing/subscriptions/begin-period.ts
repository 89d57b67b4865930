import { sql } from "#kernel/db/sql.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import type { Period } from "#modules/billing/rules/periods/period.ts";
import type { SubscriptionRow } from "#modules/billing/subscriptions/load-subscription.ts";

/**
 * Writes down that a period began and which invoice asks for it. One that began on the same day, and that this one takes
 * the place of (bought again, resumed, another rhythm), gives way. Renewals write theirs strictly: see
 * `renewSubscription`.
 */
export async function beginPeriod(
  ctx: BillingContext,
  subscription: Pick<SubscriptionRow, "id" | "account_id">,
  period: Period,
  invoiceId: string | null,
): Promise<void> {
  await ctx.tx.execute(
    sql`INSERT INTO billing.subscription_period (subscription_id, account_id, starts_on, ends_on, invoice_id, billed_at)
        VALUES (${subscription.id}, ${subscription.account_id}, ${period.startsOn}, ${period.endsOn}, ${invoiceId},
                ${ctx.now.toString()})
        ON CONFLICT (subscription_id, starts_on) DO UPDATE SET ends_on = excluded.ends_on,
          invoice_id = excluded.invoice_id, billed_at = excluded.billed_at`,
  );
}
