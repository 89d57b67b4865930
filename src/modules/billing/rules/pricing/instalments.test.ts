import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { discountPerInstalment, instalmentTerms } from "./instalments.ts";

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

describe("instalments", () => {
  it("put the cents that do not divide first, and keep the day of the month", () => {
    assert.deepEqual(instalmentTerms(100_000, 3, "2027-12-31"), [
      { position: 1, dueOn: "2027-12-31", amountMinor: 33_334 },
      { position: 2, dueOn: "2028-01-31", amountMinor: 33_333 },
      { position: 3, dueOn: "2028-02-29", amountMinor: 33_333 },
    ]);
  });

  it("add up to the price, and differ by a unit at most", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.integer({ min: 2, max: 36 }),
        (price, count) => {
          const amounts = instalmentTerms(price, count, "2027-01-31").map(({ amountMinor }) => amountMinor);
          assert.equal(amounts.length, count);
          assert.equal(sum(amounts), price);
          assert.ok(Math.max(...amounts) - Math.min(...amounts) <= 1);
        },
      ),
    );
  });

  it("share a discount so that all of them together lower the price by what it says", () => {
    const discounts = fc.oneof(
      fc.integer({ min: 1, max: 1_000_000 }).map((percentPpm) => ({ percentPpm, amountMinor: null })),
      fc.integer({ min: 1, max: 2_000_000 }).map((amountMinor) => ({ percentPpm: null, amountMinor })),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 2, max: 36 }),
        discounts,
        (price, count, given) => {
          const amounts = instalmentTerms(price, count, "2027-01-31").map(({ amountMinor }) => amountMinor);
          const parts = discountPerInstalment({ label: "Off", offerIds: null, ...given }, amounts);
          const whole =
            given.percentPpm === null
              ? Math.min(given.amountMinor, price)
              : Math.floor((price * given.percentPpm) / 1_000_000 + 0.5);
          assert.equal(sum(parts.map(({ amountMinor }) => amountMinor ?? 0)), whole);
          for (const [index, { amountMinor }] of parts.entries())
            assert.ok((amountMinor ?? 0) <= amounts[index]!);
        },
      ),
    );
  });
});
