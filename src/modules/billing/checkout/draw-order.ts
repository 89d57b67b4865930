import { localDate } from "#kernel/clock.ts";
import { couponDiscount, type CouponTerms } from "#modules/billing/rules/coupons/coupon.ts";
import {
  discountPerInstalment,
  type InstalmentTerm,
  instalmentTerms,
} from "#modules/billing/rules/pricing/instalments.ts";
import { priceAmount } from "#modules/billing/rules/pricing/price-amount.ts";
import type { DraftLine, InvoiceDraft, PriceTerms, RevenueKind } from "#modules/billing/rules/types.ts";

/** What is being bought, as an order needs it. */
export interface OrderSubject {
  offerId: string;
  offerName: string;
  productName: string;
  productKind: "course" | "service" | "consulting";
  taxCategory: string;
  accessDays: number | null;
  priceId: string;
  terms: PriceTerms;
}

/** Everything an order will be billed: the first invoice, and those of later instalments. */
export interface DrawnOrder {
  first: InvoiceDraft;
  /** Later instalments, from the second on. */
  later: { term: InstalmentTerm; draft: InvoiceDraft }[];
  terms: InstalmentTerm[];
}

const REVENUE: Record<OrderSubject["productKind"], RevenueKind> = {
  course: "course",
  service: "service",
  consulting: "service",
};

const nameOf = ({ productName, offerName }: OrderSubject): string =>
  productName === offerName ? offerName : `${productName}: ${offerName}`;

function orderLine(subject: OrderSubject, quantity: number): DraftLine {
  const { amountMinor, unitMinor } = priceAmount(subject.terms, quantity);
  const isRecurring = subject.terms.cycle === "month" || subject.terms.cycle === "year";
  return {
    description: nameOf(subject),
    quantity,
    unitMinor,
    amountMinor,
    isDiscountable: true,
    taxCategory: subject.taxCategory,
    offerId: subject.offerId,
    priceId: subject.priceId,
    periodStartsOn: null,
    periodEndsOn: null,
    revenue: isRecurring ? "subscription" : REVENUE[subject.productKind],
    earnedDays: subject.productKind === "course" ? (subject.accessDays ?? 365) : null,
  };
}

/**
 * What an order comes to. Instalments split the price, and a coupon's discount, so that the parts add up to the whole.
 * `now` and `zone` give the day of the first instalment.
 */
export function drawOrder(
  subject: OrderSubject,
  order: { quantity: number; coupon: CouponTerms | null; now: Temporal.Instant; zone: string },
): DrawnOrder {
  const line = orderLine(subject, order.quantity);
  const discounts = order.coupon ? [couponDiscount(order.coupon)] : [];
  const base = { currency: subject.terms.currency, includesTax: subject.terms.includesTax };
  if (!subject.terms.instalments)
    return { first: { ...base, lines: [line], discounts }, later: [], terms: [] };
  const count = subject.terms.instalments;
  const terms = instalmentTerms(line.amountMinor, count, localDate(order.now, order.zone).toString());
  const perTerm = discounts.map((discount) =>
    discountPerInstalment(
      discount,
      terms.map((term) => term.amountMinor),
    ),
  );
  const drafts = terms.map((term, index) => ({
    term,
    draft: {
      ...base,
      lines: [
        {
          ...line,
          description: `${line.description}, instalment ${term.position} of ${count}`,
          unitMinor: null,
          amountMinor: term.amountMinor,
        },
      ],
      discounts: perTerm.flatMap((parts) => parts[index] ?? []),
    },
  }));
  const [first, ...later] = drafts;
  if (!first) throw new Error("A price in instalments has at least one");
  return { first: first.draft, later, terms };
}
