import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { isAppError } from "#kernel/errors.ts";
import type { PriceScheme, PriceTerms } from "../types.ts";
import { priceAmount, tierShares } from "./price-amount.ts";

const terms = (scheme: PriceScheme, given: Partial<PriceTerms> = {}): PriceTerms => ({
  currency: "USD",
  scheme,
  amountMinor: 0,
  tiers: null,
  packageSize: null,
  cycle: "month",
  cycleCount: 1,
  instalments: null,
  includesTax: false,
  ...given,
});

/** 1–10 at $9, 11–50 at $7 and $5 for reaching them, $5 beyond. */
const tiers = [
  { upTo: 10, unitMinor: 900, flatMinor: 0 },
  { upTo: 50, unitMinor: 700, flatMinor: 500 },
  { upTo: null, unitMinor: 500, flatMinor: 0 },
];
const cost = (price: PriceTerms, quantity: number) => priceAmount(price, quantity).amountMinor;

describe("the price of a quantity", () => {
  it("is the amount of one times the quantity", () => {
    assert.deepEqual(priceAmount(terms("flat", { amountMinor: 9_700 }), 1), {
      amountMinor: 9_700,
      unitMinor: 9_700,
    });
    assert.deepEqual(priceAmount(terms("per_seat", { amountMinor: 1_900 }), 7), {
      amountMinor: 13_300,
      unitMinor: 1_900,
    });
  });

  it("counts begun packages", () => {
    const price = terms("package", { amountMinor: 1_000, packageSize: 50 });
    assert.deepEqual(
      [1, 50, 51, 100, 101].map((quantity) => cost(price, quantity)),
      [1_000, 1_000, 2_000, 2_000, 3_000],
    );
    assert.equal(priceAmount(price, 51).unitMinor, null);
  });

  it("goes up the tiers, each unit at its own", () => {
    const price = terms("graduated", { tiers });
    assert.deepEqual(
      [1, 10, 11, 50, 51].map((quantity) => cost(price, quantity)),
      [900, 9_000, 9_000 + 500 + 700, 9_000 + 500 + 28_000, 9_000 + 500 + 28_000 + 500],
    );
  });

  it("takes the tier of the whole quantity", () => {
    const price = terms("volume", { tiers });
    assert.deepEqual(
      [1, 10, 11, 50, 51].map((quantity) => cost(price, quantity)),
      [900, 9_000, 500 + 7_700, 500 + 35_000, 25_500],
    );
  });

  it("says how a quantity spreads over the tiers", () => {
    const graduated = tierShares(terms("graduated", { tiers }), 12);
    assert.deepEqual(
      graduated.map(({ from, to, units, amountMinor }) => [from, to, units, amountMinor]),
      [
        [1, 10, 10, 9_000],
        [11, 50, 2, 1_900],
        [51, null, 0, 0],
      ],
    );
    const volume = tierShares(terms("volume", { tiers }), 12);
    assert.deepEqual(
      volume.map(({ units }) => units),
      [0, 12, 0],
    );
  });

  it("is nothing for nothing", () => {
    for (const scheme of ["flat", "per_seat"] as const)
      assert.equal(cost(terms(scheme, { amountMinor: 100 }), 0), 0);
    assert.equal(cost(terms("graduated", { tiers }), 0), 0);
    assert.equal(cost(terms("package", { amountMinor: 100, packageSize: 5 }), 0), 0);
  });

  it("is refused beyond what can be billed", () => {
    assert.throws(
      () => cost(terms("per_seat", { amountMinor: 1_000_000_000_000 }), 10_000),
      (error) => isAppError(error) && error.code === "money.out_of_range",
    );
  });

  it("of graduated tiers is the sum of its units, and never falls", () => {
    const steps = fc.array(
      fc.record({ size: fc.integer({ min: 1, max: 30 }), unitMinor: fc.integer({ min: 0, max: 5_000 }) }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 200 }), (sizes, quantity) => {
        let upTo = 0;
        const made = sizes.map(({ size, unitMinor }, index) => {
          upTo += size;
          return { upTo: index === sizes.length - 1 ? null : upTo, unitMinor, flatMinor: 0 };
        });
        const price = terms("graduated", { tiers: made });
        const unit = (number: number) =>
          made.find((tier) => tier.upTo === null || number <= tier.upTo)!.unitMinor;
        let expected = 0;
        for (let number = 1; number <= quantity; number += 1) expected += unit(number);
        assert.equal(cost(price, quantity), expected);
        const units = tierShares(price, quantity).reduce((total, share) => total + share.units, 0);
        assert.equal(units, quantity);
        assert.equal(cost(terms("volume", { tiers: made }), quantity), unit(quantity) * quantity);
      }),
    );
  });
});
