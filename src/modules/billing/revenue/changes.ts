import { PaymentReceived, RefundSettled } from "#modules/billing/events/invoices.ts";
import { PaymentReturned } from "#modules/billing/events/payments.ts";
import {
  SubscriptionCancelled,
  SubscriptionChanged,
  SubscriptionRenewed,
  SubscriptionStarted,
  SubscriptionStatusChanged,
} from "#modules/billing/events/subscriptions.ts";

const namesOf = (events: readonly { name: string }[]): string[] => events.map(({ name }) => name);

/** Facts after which recurring revenue may be another: a plan, its discount or its standing changed. */
export const changesOfSubscriptions = namesOf([
  SubscriptionStarted,
  SubscriptionChanged,
  SubscriptionRenewed,
  SubscriptionStatusChanged,
  SubscriptionCancelled,
]);

/** Facts after which what was paid may be another. */
export const changesOfMoney = namesOf([PaymentReceived, PaymentReturned, RefundSettled]);
