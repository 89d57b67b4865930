import { z } from "zod";
import { Currency, Day, Instant, Minor } from "./money.ts";
import { Quote } from "./quote.ts";

export const SubscriptionStatus = z.enum([
  "incomplete",
  "trialing",
  "active",
  "past_due",
  "suspended",
  "paused",
  "cancelled",
]);

/** A subscription. Days are local days of `zone`, periods half-open. `totalMinor` of a period before tax and coupon. */
export const Subscription = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  accountName: z.string(),
  offer: z.object({ id: z.uuid(), key: z.string(), name: z.string() }),
  priceId: z.uuid(),
  quantity: z.number().int(),
  currency: Currency,
  amountMinor: Minor,
  cycle: z.enum(["month", "year"]),
  cycleCount: z.number().int(),
  zone: z.string(),
  status: SubscriptionStatus,
  periodStartsOn: Day.nullable(),
  periodEndsOn: Day.nullable(),
  trialEndsOn: Day.nullable(),
  cancelOn: Day.nullable(),
  pausedOn: Day.nullable(),
  resumesOn: Day.nullable(),
  pendingChange: z.object({ offerName: z.string(), quantity: z.number().int() }).nullable(),
  mrrMinor: Minor,
  createdAt: Instant,
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  endReason: z.string().nullable(),
});

export const SubscriptionRef = z.object({ subscriptionId: z.uuid() });

export const ListSubscriptions = z.object({
  text: z.string().max(120).optional(),
  status: SubscriptionStatus.optional(),
  offerId: z.uuid().optional(),
  accountId: z.uuid().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export const SubscriptionPage = z.object({
  items: z.array(Subscription),
  nextCursor: z.string().nullable(),
});

/** Another plan, price or number of seats. `when` left out: an upgrade now, anything else at the period's end. */
export const ChangeInput = z.object({
  subscriptionId: z.uuid(),
  priceId: z.uuid(),
  quantity: z.number().int().min(1).max(10_000).default(1),
  when: z.enum(["now", "period_end"]).optional(),
});

/**
 * What a change comes to. `quote.totalMinor` below zero becomes customer credit by a credit note. `dueMinor` is left to
 * pay after the credit the customer has.
 */
export const ChangePreview = z.object({
  when: z.enum(["now", "period_end"]),
  effectiveOn: Day,
  quote: Quote.nullable(),
  creditMinor: Minor,
  dueMinor: Minor,
  next: z.object({ on: Day, totalMinor: Minor, currency: Currency }),
});

/** `totalMinor` is what the preview said: should it differ by now, nothing happens. */
export const ApplyChange = ChangeInput.extend({ totalMinor: Minor.nullable().default(null) });

export const ChangeOutcome = z.object({
  when: z.enum(["now", "period_end"]),
  invoice: z.object({ id: z.uuid(), fullNumber: z.string(), totalMinor: Minor, openMinor: Minor }).nullable(),
  /** Of a change that gives back: one for each invoice the money is taken of, the latest first. */
  creditNotes: z.array(z.object({ id: z.uuid(), fullNumber: z.string(), totalMinor: Minor })),
});

export const CancelInput = z.object({
  subscriptionId: z.uuid(),
  /** Now ends access at once and gives nothing back. */
  when: z.enum(["period_end", "now"]).default("period_end"),
  reason: z.string().trim().max(500).default(""),
});

export const PauseInput = z.object({ subscriptionId: z.uuid(), resumesOn: Day.nullable().default(null) });

export const SubscriptionOutcome = z.object({ status: SubscriptionStatus, on: Day.nullable() });

/** Everybody on one price goes to another at the end of the period they have paid for. */
export const MigratePlan = z.object({ fromPriceId: z.uuid(), toPriceId: z.uuid() });
export const MigratedPlan = z.object({ planned: z.number().int() });

/** What a customer bought once. */
export const Purchase = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  offer: z.object({ id: z.uuid(), key: z.string(), name: z.string() }),
  quantity: z.number().int(),
  status: z.enum(["pending", "active", "suspended", "refunded", "cancelled"]),
  accessFromAt: Instant.nullable(),
  accessUntilAt: Instant.nullable(),
  createdAt: Instant,
  instalments: z.array(
    z.object({
      position: z.number().int(),
      dueOn: Day,
      amountMinor: Minor,
      currency: Currency,
      invoiceId: z.uuid().nullable(),
      isPaid: z.boolean(),
    }),
  ),
});
export const AccountFilter = z.object({ accountId: z.uuid() });
export const MyAccountFilter = z.object({ accountId: z.uuid().optional() });
export const PurchaseList = z.object({ items: z.array(Purchase) });
export const SubscriptionList = z.object({ items: z.array(Subscription) });
