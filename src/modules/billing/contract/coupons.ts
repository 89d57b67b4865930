import { z } from "zod";
import { Currency, Instant, Minor } from "./money.ts";
import { GivenInstant } from "./price.ts";

/** What a buyer types; kept in capitals. */
export const NewCouponCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9_-]{2,39}$/, "has 3 to 40 letters, digits, hyphens or underscores");

const DURATION = z.enum(["once", "months", "forever"]);

/**
 * A coupon takes off a percentage (parts per million: 20 % is 200,000) or an amount in one currency: from the first
 * invoice, for so many months, or for good. `maxRedemptions` null: without limit. `offerIds` null: every offer.
 */
export const CreateCoupon = z
  .object({
    code: NewCouponCode,
    name: z.string().trim().min(1, "must be filled in").max(80),
    percentPpm: z.number().int().min(1).max(1_000_000).nullable().default(null),
    amountMinor: Minor.min(1).max(1_000_000_000_000).nullable().default(null),
    currency: Currency.nullable().default(null),
    duration: DURATION,
    months: z.number().int().min(1).max(60).nullable().default(null),
    maxRedemptions: z.number().int().min(1).max(1_000_000).nullable().default(null),
    oncePerAccount: z.boolean().default(true),
    offerIds: z.array(z.uuid()).min(1).max(100).nullable().default(null),
    startsAt: GivenInstant.optional(),
    endsAt: GivenInstant.nullable().default(null),
  })
  .refine(({ percentPpm, amountMinor }) => (percentPpm === null) !== (amountMinor === null), {
    path: ["percentPpm"],
    error: "or an amount must be given, and not both",
  })
  .refine(({ amountMinor, currency }) => (amountMinor === null) === (currency === null), {
    path: ["currency"],
    error: "must be given with an amount, and only then",
  })
  .refine(({ duration, months }) => (duration === "months") === (months !== null), {
    path: ["months"],
    error: "must be given for a coupon that lasts months, and only then",
  });
export const CreatedCoupon = z.object({ couponId: z.uuid() });

export const CouponRef = z.object({ couponId: z.uuid() });

/** `standing`: accepted now, not yet, no longer (ended or archived), or used as often as it may be. */
export const Coupon = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  percentPpm: z.number().int().nullable(),
  amountMinor: Minor.nullable(),
  currency: Currency.nullable(),
  duration: DURATION,
  months: z.number().int().nullable(),
  maxRedemptions: z.number().int().nullable(),
  redeemed: z.number().int(),
  oncePerAccount: z.boolean(),
  offers: z.array(z.object({ id: z.uuid(), name: z.string() })).nullable(),
  startsAt: Instant,
  endsAt: Instant.nullable(),
  archivedAt: Instant.nullable(),
  createdAt: Instant,
  standing: z.enum(["accepted", "scheduled", "over", "used_up"]),
});

export const ListCoupons = z.object({
  text: z.string().max(120).optional(),
  standing: z.enum(["accepted", "scheduled", "over", "used_up"]).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export const CouponPage = z.object({ items: z.array(Coupon), nextCursor: z.string().nullable() });

/** A use of a coupon: the account, its order, when, and what the order's first invoice was lowered by, once it is issued. */
export const CouponRedemption = z.object({
  accountId: z.uuid(),
  accountName: z.string(),
  orderReference: z.string(),
  redeemedAt: Instant,
  discountMinor: Minor.nullable(),
  currency: Currency,
});
export const ListRedemptions = CouponRef.extend({
  cursor: z.string().max(400).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export const RedemptionPage = z.object({
  items: z.array(CouponRedemption),
  nextCursor: z.string().nullable(),
});
