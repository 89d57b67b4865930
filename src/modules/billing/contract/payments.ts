import { z } from "zod";
import { Currency, Instant, Minor } from "./money.ts";
import { page, pageOf } from "./paging.ts";

/** Money that came. `openMinor`-like sums: `allocatedMinor` went to invoices, `creditMinor` became customer credit. */
export const PaymentSummary = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  accountName: z.string(),
  provider: z.string(),
  providerTitle: z.string(),
  providerRef: z.string(),
  currency: Currency,
  amountMinor: Minor,
  feeMinor: Minor,
  allocatedMinor: Minor,
  creditMinor: Minor,
  refundedMinor: Minor,
  /** `returned`: it had been matched by mistake. */
  status: z.enum(["received", "partly_refunded", "refunded", "disputed", "returned"]),
  receivedAt: Instant,
});
export const ListPayments = z.object({
  text: z.string().max(120).optional(),
  provider: z.string().max(40).optional(),
  accountId: z.uuid().optional(),
  sort: z.enum(["received", "amount"]).default("received"),
  direction: z.enum(["asc", "desc"]).default("desc"),
  ...page,
});
export const PaymentPage = pageOf(PaymentSummary);
export const PaymentRef = z.object({ paymentId: z.uuid() });
export const Payment = PaymentSummary.extend({
  invoices: z.array(z.object({ id: z.uuid(), fullNumber: z.string(), amountMinor: Minor })),
  refunds: z.array(
    z.object({ id: z.uuid(), amountMinor: Minor, status: z.string(), at: Instant, reason: z.string() }),
  ),
  disputes: z.array(
    z.object({
      id: z.uuid(),
      amountMinor: Minor,
      status: z.enum(["open", "won", "lost"]),
      reason: z.string(),
      openedAt: Instant,
    }),
  ),
  /** The bank line it came by. */
  bankLineId: z.uuid().nullable(),
});

export const ProviderTitle = z.object({
  key: z.string(),
  title: z.string(),
  hint: z.string(),
  canCheckout: z.boolean(),
  canSaveMethods: z.boolean(),
  canRefund: z.boolean(),
  /** Where the provider is to post its webhooks; null where it posts none. */
  webhookUrl: z.string().nullable(),
});
export const ProviderList = z.object({ items: z.array(ProviderTitle) });
