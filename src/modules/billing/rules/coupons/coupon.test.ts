import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { periodAt } from "../periods/period.ts";
import {
  couponCounts,
  couponDiscount,
  couponProblem,
  type CouponTerms,
  couponUntilOn,
  type CouponUse,
  isRecurringCoupon,
} from "./coupon.ts";

const coupon = (given: Partial<CouponTerms> = {}): CouponTerms => ({
  id: "c",
  code: "SPRING",
  name: "Spring",
  percentPpm: 200_000,
  amountMinor: null,
  currency: null,
  duration: "once",
  months: null,
  maxRedemptions: null,
  redeemed: 0,
  oncePerAccount: true,
  offerIds: null,
  startsAt: "2027-01-01T00:00:00Z",
  endsAt: null,
  archivedAt: null,
  ...given,
});
const use = (given: Partial<CouponUse> = {}): CouponUse => ({
  offerId: "a",
  currency: "USD",
  accountRedemptions: 0,
  now: Temporal.Instant.from("2027-03-01T00:00:00Z"),
  ...given,
});
const problem = (given: Partial<CouponTerms>, asked: Partial<CouponUse> = {}) =>
  couponProblem(coupon(given), use(asked))?.code ?? null;

describe("whether a coupon can be used", () => {
  it("is a matter of time, half-open", () => {
    assert.equal(problem({}), null);
    assert.equal(problem({ startsAt: "2027-03-01T00:00:00Z" }), null);
    assert.equal(problem({ startsAt: "2027-03-01T00:00:01Z" }), "coupon_not_yet");
    assert.equal(problem({ endsAt: "2027-03-01T00:00:00Z" }), "coupon_over");
    assert.equal(problem({ endsAt: "2027-03-01T00:00:01Z" }), null);
    assert.equal(problem({ archivedAt: "2027-02-01T00:00:00Z" }), "coupon_over");
  });

  it("is a matter of the offer and of the currency of an amount", () => {
    assert.equal(problem({ offerIds: ["b"] }), "coupon_other_offer");
    assert.equal(problem({ offerIds: ["a", "b"] }), null);
    const euros = { percentPpm: null, amountMinor: 500, currency: "EUR" };
    assert.equal(problem(euros), "coupon_other_currency");
    assert.equal(problem(euros, { currency: "EUR" }), null);
  });

  it("is a matter of how often it was used", () => {
    assert.equal(problem({ maxRedemptions: 3, redeemed: 2 }), null);
    assert.equal(problem({ maxRedemptions: 3, redeemed: 3 }), "coupon_used_up");
    assert.equal(problem({}, { accountRedemptions: 1 }), "coupon_used_by_account");
    assert.equal(problem({ oncePerAccount: false }, { accountRedemptions: 5 }), null);
  });
});

describe("how long a coupon counts", () => {
  const monthly = { cycle: "month", cycleCount: 1 } as const;
  /** Which of the first periods are lowered. */
  const lowered = (
    terms: Partial<CouponTerms>,
    anchorOn = "2027-01-31",
    length: Parameters<typeof periodAt>[1] = monthly,
  ) => {
    const untilOn = couponUntilOn(coupon(terms), periodAt(anchorOn, length, 0));
    return Array.from({ length: 6 }, (_, index) =>
      couponCounts(untilOn, periodAt(anchorOn, length, index).startsOn),
    );
  };

  it("once: the first period", () => {
    assert.deepEqual(lowered({ duration: "once" }), [true, false, false, false, false, false]);
  });

  it("months: as many, also from the 31st over February", () => {
    assert.deepEqual(lowered({ duration: "months", months: 1 }), [true, false, false, false, false, false]);
    assert.deepEqual(lowered({ duration: "months", months: 3 }), [true, true, true, false, false, false]);
  });

  it("months on longer periods: those that begin within them", () => {
    assert.deepEqual(
      lowered({ duration: "months", months: 4 }, "2027-01-15", { cycle: "month", cycleCount: 3 }).slice(0, 3),
      [true, true, false],
    );
    assert.deepEqual(
      lowered({ duration: "months", months: 3 }, "2028-02-29", { cycle: "year", cycleCount: 1 }).slice(0, 2),
      [true, false],
    );
  });

  it("forever: all", () => {
    assert.deepEqual(lowered({ duration: "forever" }), Array(6).fill(true));
  });

  it("months lower exactly that many monthly periods, whatever the first day", () => {
    const anchors = fc
      .integer({ min: 0, max: 1_460 })
      .map((days) => Temporal.PlainDate.from("2027-01-01").add({ days }).toString());
    fc.assert(
      fc.property(anchors, fc.integer({ min: 1, max: 60 }), (anchorOn, months) => {
        const untilOn = couponUntilOn({ duration: "months", months }, periodAt(anchorOn, monthly, 0));
        const counts = (index: number) => couponCounts(untilOn, periodAt(anchorOn, monthly, index).startsOn);
        return counts(0) && counts(months - 1) && !counts(months);
      }),
    );
  });

  it("tells what changes the worth of a subscription", () => {
    const recurring = (["once", "months", "forever"] as const).map((duration) =>
      isRecurringCoupon({ duration }),
    );
    assert.deepEqual(recurring, [false, true, true]);
  });
});

it("becomes a discount under its name", () => {
  assert.deepEqual(couponDiscount(coupon({ offerIds: ["a"] })), {
    label: "Spring",
    percentPpm: 200_000,
    amountMinor: null,
    offerIds: ["a"],
  });
});
