import { z } from "zod";
import { Buyer } from "./buyer.ts";
import { Currency, Day, Instant, Minor } from "./money.ts";
import { Quote } from "./quote.ts";

/** The secret in the address of a checkout page. */
export const CheckoutToken = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/, "is not the address of a checkout");
const CouponCode = z.string().trim().toUpperCase().max(40);

/** Begins a checkout of one price. `locale` BCP 47, `zone` IANA; of the visitor when known. */
export const StartCheckout = z.object({
  priceId: z.uuid(),
  quantity: z.number().int().min(1).max(10_000).default(1),
  couponCode: CouponCode.nullable().default(null),
  partnerCode: z.string().trim().max(40).nullable().default(null),
  locale: z.string().min(2).max(35).default("en"),
  zone: z.string().max(60).nullable().default(null),
});
export const StartedCheckout = z.object({ token: CheckoutToken });

export const CheckoutRef = z.object({ token: CheckoutToken });

/** The buyer's details; the answer is the checkout with its exact quote. */
export const UpdateCheckout = z.object({
  token: CheckoutToken,
  buyer: Buyer,
  quantity: z.number().int().min(1).max(10_000).optional(),
  couponCode: CouponCode.nullable().default(null),
});

/** A way to pay. */
export const ProviderChoice = z.object({ key: z.string(), title: z.string(), hint: z.string() });

/** What is due after the first payment. */
export const Recurrence = z.object({
  cycle: z.enum(["month", "year"]),
  cycleCount: z.number().int(),
  totalMinor: Minor,
});

/** A checkout as its page shows it. `quote` is null until the buyer's country is known. */
export const Checkout = z.object({
  token: CheckoutToken,
  offer: z.object({ key: z.string(), name: z.string(), description: z.string(), product: z.string() }),
  price: z.object({
    id: z.uuid(),
    cycle: z.enum(["once", "instalments", "month", "year"]),
    cycleCount: z.number().int(),
    currency: Currency,
    includesTax: z.boolean(),
    isPerSeat: z.boolean(),
  }),
  quantity: z.number().int(),
  buyer: Buyer.nullable(),
  couponCode: z.string().nullable(),
  /** Why the coupon does not count, in a sentence; null when it does or there is none. */
  couponProblem: z.string().nullable(),
  quote: Quote.nullable(),
  /** Of instalments: what is due when. The first is the quote's. */
  instalments: z.array(z.object({ dueOn: Day, totalMinor: Minor })),
  recurrence: Recurrence.nullable(),
  /** A trial costs nothing until this day. */
  trialEndsOn: Day.nullable(),
  terms: z.object({ version: z.string(), sha256: z.string(), body: z.string() }),
  providers: z.array(ProviderChoice),
  /** The order it became, once placed. */
  orderReference: z.string().nullable(),
  expiresAt: Instant,
});

/** `totalMinor` is what the buyer saw: should it have changed since, the order is refused and nothing is owed. */
export const PlaceOrder = z.object({
  token: CheckoutToken,
  termsSha256: z.string().regex(/^[0-9a-f]{64}$/),
  totalMinor: Minor,
  provider: z.string().min(1).max(40),
});

/** How to pay by bank. `qrPayload` is the text of an EPC QR code, for euro alone. */
export const BankInstructions = z.object({
  name: z.string(),
  iban: z.string(),
  bic: z.string().nullable(),
  reference: z.string(),
  amountMinor: Minor,
  currency: Currency,
  dueOn: Day,
  qrPayload: z.string().nullable(),
});

/** An order and what is left to do for it. */
export const OrderState = z.object({
  reference: z.string(),
  status: z.enum(["open", "paid", "cancelled"]),
  placedAt: Instant,
  offerName: z.string(),
  email: z.string(),
  invoice: z
    .object({ fullNumber: z.string(), totalMinor: Minor, openMinor: Minor, currency: Currency, dueOn: Day })
    .nullable(),
  provider: z.string(),
  bank: BankInstructions.nullable(),
  /** Where the provider asks the buyer to go on; null when there is nothing to do there. */
  actionUrl: z.string().nullable(),
  trialEndsOn: Day.nullable(),
});

/** An order in staff's list. */
export const OrderSummary = z.object({
  id: z.uuid(),
  reference: z.string(),
  accountId: z.uuid(),
  accountName: z.string(),
  offerName: z.string(),
  quantity: z.number().int(),
  currency: Currency,
  totalMinor: Minor.nullable(),
  status: z.enum(["open", "paid", "cancelled"]),
  provider: z.string(),
  placedAt: Instant,
});
export const ListOrders = z.object({
  text: z.string().max(120).optional(),
  status: z.enum(["open", "paid", "cancelled"]).optional(),
  accountId: z.uuid().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export const OrderPage = z.object({ items: z.array(OrderSummary), nextCursor: z.string().nullable() });
export const OrderRef = z.object({ orderId: z.uuid() });
export const CancelOrder = OrderRef.extend({ reason: z.string().trim().max(300).default("") });
export const CancelledOrder = z.object({ orderId: z.uuid(), status: z.literal("cancelled") });
