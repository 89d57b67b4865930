import { localDate } from "#kernel/clock.ts";
import type { Db } from "#kernel/db/database.ts";
import { refuse } from "#kernel/errors.ts";
import type { CheckoutRow } from "#modules/billing/checkout/checkout-row.ts";
import { type DrawnOrder, drawOrder } from "#modules/billing/checkout/draw-order.ts";
import { findCoupon } from "#modules/billing/checkout/find-coupon.ts";
import { computeFor } from "#modules/billing/invoices/compute-for.ts";
import { getPrice } from "#modules/billing/queries/catalogue/get-price.ts";
import type { CataloguePrice } from "#modules/billing/queries/catalogue/price-row.ts";
import type { CouponTerms } from "#modules/billing/rules/coupons/coupon.ts";
import type { ComputedInvoice } from "#modules/billing/rules/types.ts";

/** A checkout worked out: what is due first, and what comes later. */
export interface CheckoutQuote {
  price: CataloguePrice;
  coupon: CouponTerms | null;
  couponProblem: string | null;
  drawn: DrawnOrder;
  /** Null until the buyer's country is known. */
  computed: ComputedInvoice | null;
  instalments: { dueOn: string; totalMinor: number }[];
  /** What each further period costs, coupon for later periods included; null for what does not recur. */
  recurrence: { cycle: "month" | "year"; cycleCount: number; totalMinor: number } | null;
  trialEndsOn: string | null;
}

/** Sold now, or not at all. Errors: `billing.price_ended`. */
export function demandOnSale(price: CataloguePrice, now: Temporal.Instant): void {
  const isAfter = (instant: string | null) =>
    instant !== null && Temporal.Instant.compare(now, Temporal.Instant.from(instant)) >= 0;
  const isOnSale =
    isAfter(price.soldFromAt) &&
    !isAfter(price.soldUntilAt) &&
    !price.offer.archivedAt &&
    !price.product.archivedAt &&
    price.offer.kind !== "addon";
  if (!isOnSale)
    throw refuse("conflict", "billing.price_ended", "This offer is not sold any more. Choose another one.");
}

const couponCountsLater = (coupon: CouponTerms | null): boolean =>
  coupon !== null && coupon.duration !== "once";

/**
 * Works out what a checkout comes to today. `accountId` of a buyer who is signed in, for coupons that count once. The
 * order makes its invoice from the same draft.
 */
export async function quoteCheckout(
  db: Db,
  checkout: Pick<
    CheckoutRow,
    "price_id" | "quantity" | "buyer" | "coupon_code" | "client_country" | "locale"
  >,
  given: {
    now: Temporal.Instant;
    companyZone: string;
    zone: string;
    accountId: string | null;
    lockCoupon?: boolean;
  },
): Promise<CheckoutQuote> {
  const price = await getPrice(db, checkout.price_id);
  const { coupon, problem } = await findCoupon(db, checkout.coupon_code, {
    offerId: price.offer.id,
    currency: price.terms.currency,
    accountId: given.accountId,
    now: given.now,
    lock: given.lockCoupon,
  });
  const order = { quantity: checkout.quantity, coupon, now: given.now, zone: given.zone };
  const drawn = drawOrder(subjectOf(price), order);
  const on = localDate(given.now, given.companyZone).toString();
  const customer = checkout.buyer && { ...checkout.buyer, locale: checkout.locale };
  const compute = async (draft: DrawnOrder["first"]) =>
    customer
      ? (await computeFor(db, { draft, customer, on, clientCountry: checkout.client_country })).computed
      : null;
  const { cycle, cycleCount } = price.terms;
  const isRecurring = cycle === "month" || cycle === "year";
  const later = isRecurring
    ? await compute(
        drawOrder(subjectOf(price), { ...order, coupon: couponCountsLater(coupon) ? coupon : null }).first,
      )
    : null;
  const trialDays = isRecurring ? price.offer.trialDays : 0;
  return {
    price,
    coupon,
    couponProblem: problem,
    drawn,
    computed: await compute(drawn.first),
    instalments: await Promise.all(
      drawn.later.map(async ({ term, draft }) => ({
        dueOn: term.dueOn,
        totalMinor: (await compute(draft))?.totalMinor ?? term.amountMinor,
      })),
    ),
    recurrence: isRecurring && later ? { cycle, cycleCount, totalMinor: later.totalMinor } : null,
    trialEndsOn: trialDays > 0 ? localDate(given.now, given.zone).add({ days: trialDays }).toString() : null,
  };
}

/** The price as an order needs it. */
export const subjectOf = (price: CataloguePrice) => ({
  offerId: price.offer.id,
  offerName: price.offer.name,
  productName: price.product.name,
  productKind: price.product.kind,
  taxCategory: price.product.taxCategory,
  accessDays: price.offer.accessDays,
  priceId: price.id,
  terms: price.terms,
});
