import type { TimelineEntry } from "#kernel/module.ts";
import { formatMoney } from "#kernel/money.ts";
import {
  PaymentFailed,
  PaymentMethodRemoved,
  PaymentMethodSaved,
  PaymentNeedsAction,
  PaymentReturned,
} from "#modules/billing/events/payments.ts";

const money = (amountMinor: number, currency: string) => formatMoney(amountMinor, currency, "en-GB");
const invoice = (id: string) => `/console/billing/invoices/${id}`;

/** What of payments an account's page tells. */
export const paymentsTimeline: readonly TimelineEntry[] = [
  {
    event: PaymentFailed.name,
    permission: "billing:read",
    tell: (payload) => {
      const { amountMinor, currency, failureCode, invoiceId } = PaymentFailed.payload.parse(payload);
      const why = failureCode.replaceAll("_", " ");
      return {
        text: `A payment of ${money(amountMinor, currency)} failed: ${why}`,
        href: invoice(invoiceId),
      };
    },
  },
  {
    event: PaymentNeedsAction.name,
    permission: "billing:read",
    tell: (payload) => {
      const { amountMinor, currency, invoiceId } = PaymentNeedsAction.payload.parse(payload);
      return {
        text: `The bank asks the customer to confirm a payment of ${money(amountMinor, currency)}`,
        href: invoice(invoiceId),
      };
    },
  },
  {
    event: PaymentReturned.name,
    permission: "billing:read",
    tell: (payload) => {
      const { amountMinor, currency, paymentId } = PaymentReturned.payload.parse(payload);
      return {
        text: `A payment of ${money(amountMinor, currency)} was taken back: it had been matched by mistake`,
        href: `/console/billing/payments/${paymentId}`,
      };
    },
  },
  {
    event: PaymentMethodSaved.name,
    permission: "billing:read",
    tell: () => ({ text: "A payment method was saved" }),
  },
  {
    event: PaymentMethodRemoved.name,
    permission: "billing:read",
    tell: () => ({ text: "A payment method was removed" }),
  },
];
