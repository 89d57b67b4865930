import { defineQuery } from "#kernel/operation/operation.ts";
import { ChangeInput, ChangePreview } from "#modules/billing/contract/subscriptions.ts";

import { getSubscription } from "#modules/billing/subscriptions/load-subscription.ts";
import { previewChange } from "#modules/billing/subscriptions/preview-change.ts";

/** What a change of plan or seats comes to, to the cent. Errors: those of the change itself. */
export const previewPlanChange = defineQuery({
  name: "billing.preview_change",
  title: "See what a change of plan comes to",
  http: "GET /billing/subscriptions/:subscriptionId/change-preview",
  access: "billing:read",
  input: ChangeInput,
  output: ChangePreview,
  load: (db, { subscriptionId }) => getSubscription(db, subscriptionId),

  run: async ({ db, now, company, input }, subscription) =>
    previewChange(db, subscription, input, { now, companyZone: (await company()).zone }),
});
