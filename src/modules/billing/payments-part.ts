import * as events from "#modules/billing/events/payments.ts";
import { abandonAttempt } from "#modules/billing/jobs/payments/abandon-attempt.ts";
import { chargeAttempt } from "#modules/billing/jobs/payments/charge-attempt.ts";
import { pollProviders } from "#modules/billing/jobs/payments/poll-providers.ts";
import { processEvent } from "#modules/billing/jobs/payments/process-event.ts";
import { recoverPayments } from "#modules/billing/jobs/payments/recover-payments.ts";
import { sendRefund } from "#modules/billing/jobs/payments/send-refund.ts";
import { setUpMethod } from "#modules/billing/jobs/payments/set-up-method.ts";
import type { BillingPart } from "#modules/billing/part.ts";
import { stripeIntake } from "#modules/billing/payments/intake/stripe-intake.ts";
import { closeOpenPayments } from "#modules/billing/subscribers/close-open-payments.ts";

export const paymentsPart = {
  operations: [],
  events: Object.values(events),
  subscribers: [closeOpenPayments],
  jobs: [
    chargeAttempt,
    abandonAttempt,
    sendRefund,
    setUpMethod,
    processEvent,
    pollProviders,
    recoverPayments,
  ],
  intakes: [stripeIntake],
} as const satisfies BillingPart;
