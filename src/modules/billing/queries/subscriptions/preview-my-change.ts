import { defineQuery } from "#kernel/operation/operation.ts";
import { ChangeInput, ChangePreview } from "#modules/billing/contract/subscriptions.ts";
import { canManageBilling } from "#modules/billing/policy.ts";
import { getSubscription } from "#modules/billing/subscriptions/load-subscription.ts";
import { previewChange } from "#modules/billing/subscriptions/preview-change.ts";

/** What a change of plan or seats comes to, to the cent. Errors: those of the change itself. */
export const previewMyChange = defineQuery({
  name: "billing.preview_my_change",
  title: "See what a change of my plan comes to",
  http: "GET /account/subscriptions/:subscriptionId/change-preview",
  access: "customer",
  input: ChangeInput,
  output: ChangePreview,
  load: (db, { subscriptionId }) => getSubscription(db, subscriptionId),
  allow: (actor, subscription) => canManageBilling(actor, subscription),
  run: async ({ db, now, company, input }, subscription) =>
    previewChange(db, subscription, input, { now, companyZone: (await company()).zone }),
});
