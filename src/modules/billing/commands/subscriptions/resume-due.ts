import { defineCommand } from "#kernel/operation/operation.ts";
import { Billed, RenewalRef } from "#modules/billing/contract/billing-run.ts";
import { billingRules } from "#modules/billing/subscriptions/billing-rules.ts";
import { lockToBill } from "#modules/billing/subscriptions/load-subscription.ts";
import { resumeNow } from "#modules/billing/subscriptions/pause-subscription.ts";
import { todayOf } from "#modules/billing/subscriptions/period-lines.ts";

/** Goes on with a paused subscription whose day has come. Errors: `billing.subscription_unknown`. */
export const resumeDueSubscription = defineCommand({
  name: "billing.resume_due_subscription",
  title: "Go on with a paused subscription whose day has come",
  http: "POST /billing/subscriptions/:subscriptionId/planned-resumption",
  access: "billing:money",
  input: RenewalRef,
  output: Billed,
  load: (tx, { subscriptionId }) => lockToBill(tx, subscriptionId),
  run: async (context, subscription) => {
    const { resumes_on: resumesOn, status } = subscription;
    if (status !== "paused" || !resumesOn || resumesOn > todayOf(subscription, context.now))
      return { invoices: 0 };
    await resumeNow(context, subscription, (await billingRules(context.tx)).renewalDueDays);
    return { invoices: 1 };
  },
});
