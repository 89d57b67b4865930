import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import type { DraftDiscount, PriceTerms } from "../types.ts";
import { monthlyWorth, type RecurringItem } from "./mrr.ts";

const item = (
  amountMinor: number,
  terms: Partial<PriceTerms> = {},
  given: Partial<RecurringItem> = {},
): RecurringItem => ({
  offerId: "plan",
  quantity: 1,
  taxPpm: 0,
  terms: {
    currency: "USD",
    scheme: "flat",
    amountMinor,
    tiers: null,
    packageSize: null,
    cycle: "month",
    cycleCount: 1,
    instalments: null,
    includesTax: false,
    ...terms,
  },
  ...given,
});
const off = (given: Partial<DraftDiscount>): DraftDiscount => ({
  label: "Off",
  percentPpm: null,
  amountMinor: null,
  offerIds: null,
  ...given,
});

describe("monthly recurring revenue", () => {
  it("of $2,000 a year is $166.67", () => {
    assert.equal(monthlyWorth([item(200_000, { cycle: "year" })], []), 16_667);
  });

  it("respects how long a period is", () => {
    assert.equal(monthlyWorth([item(9_700)], []), 9_700);
    assert.equal(monthlyWorth([item(30_000, { cycleCount: 3 })], []), 10_000);
    assert.equal(monthlyWorth([item(240_000, { cycle: "year", cycleCount: 2 })], []), 10_000);
  });

  it("counts seats and add-ons", () => {
    const seats = item(1_900, { scheme: "per_seat" }, { offerId: "seats", quantity: 4 });
    assert.equal(monthlyWorth([item(9_700), seats], []), 9_700 + 7_600);
  });

  it("is net of discounts", () => {
    assert.equal(monthlyWorth([item(10_000)], [off({ percentPpm: 200_000 })]), 8_000);
    assert.equal(monthlyWorth([item(120_000, { cycle: "year" })], [off({ amountMinor: 12_000 })]), 9_000);
    assert.equal(monthlyWorth([item(10_000)], [off({ amountMinor: 50_000 })]), 0);
    assert.equal(monthlyWorth([item(10_000)], [off({ percentPpm: 200_000, offerIds: ["other"] })]), 10_000);
  });

  it("takes one amount off once, however many items there are", () => {
    const items = [item(1_000), item(5_000, {}, { offerId: "addon" })];
    assert.equal(monthlyWorth(items, [off({ amountMinor: 3_000 })]), 3_000);
  });

  it("is without tax where the price holds it", () => {
    assert.equal(monthlyWorth([item(11_900, { includesTax: true }, { taxPpm: 190_000 })], []), 10_000);
    assert.equal(
      monthlyWorth([item(142_800, { includesTax: true, cycle: "year" }, { taxPpm: 190_000 })], []),
      10_000,
    );
    assert.equal(monthlyWorth([item(11_900, { includesTax: false }, { taxPpm: 190_000 })], []), 11_900);
  });

  it("counts neither what is bought once nor instalments", () => {
    const once = item(149_700, { cycle: "once" });
    const parts = item(164_100, { cycle: "instalments", instalments: 3 });
    assert.equal(monthlyWorth([once, parts], []), 0);
    assert.equal(monthlyWorth([], []), 0);
  });

  it("times the months of a period is within half a unit a month of the price", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom("month", "year"),
        (amount, cycleCount, cycle) => {
          const months = cycle === "year" ? 12 * cycleCount : cycleCount;
          const worth = monthlyWorth([item(amount, { cycle, cycleCount })], []);
          assert.ok(Math.abs(worth * months - amount) * 2 <= months);
        },
      ),
    );
  });
});
