import { z } from "zod";
import { defineJob } from "#kernel/jobs/job.ts";
import { lookIntoEvent } from "#modules/billing/payments/intake/look-into-event.ts";
import { paymentHouse } from "#modules/billing/payments/payment-house.ts";

/** Looks into what a payment provider told. */
export const processEvent = defineJob({
  name: "billing.process_provider_event",
  title: "Look into what a payment provider told",
  input: z.object({ providerEventId: z.uuid() }),
  retryLimit: 8,
  expireInSeconds: 300,
  run: (context, { providerEventId }) =>
    lookIntoEvent(paymentHouse(context, "billing.process_provider_event"), providerEventId),
});
