import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { formatQuantity, formatShare } from "./format.ts";
import { rollUp, sumRollUps } from "./roll-up.ts";

describe("percentages", () => {
  it("never read as done before they are, nor as nothing once begun", () => {
    assert.equal(formatShare(0), "0 %");
    assert.equal(formatShare(1 / 1000), "1 %");
    assert.equal(formatShare(0.245), "25 %");
    assert.equal(formatShare(119 / 120), "99 %");
    assert.equal(formatShare(999 / 1000), "99 %");
    assert.equal(formatShare(1), "100 %");
  });

  it("a share is done of total, and unknown of nothing", () => {
    assert.deepEqual(rollUp(38, 60), { done: 38, total: 60, share: 38 / 60 });
    assert.equal(rollUp(0, 0).share, null);
    assert.throws(() => rollUp(3, 2), RangeError);
  });

  it("parts add up to the whole, whatever the order", () => {
    const part = fc.tuple(fc.nat(50), fc.nat(50)).map(([done, open]) => rollUp(done, done + open));
    fc.assert(
      fc.property(fc.array(part), fc.array(part), (left, right) => {
        assert.deepEqual(sumRollUps([...right, ...left]), sumRollUps([sumRollUps(left), sumRollUps(right)]));
      }),
    );
  });
});

describe("numbers with units", () => {
  it("are written the way people write them", () => {
    assert.equal(formatQuantity(1000), "1,000");
    assert.equal(formatQuantity(20, { unit: "posts" }), "20 posts");
    assert.equal(formatQuantity(91.25, { unit: "percent" }), "91.3 %");
    assert.equal(formatQuantity(100, { unit: "milliseconds" }), "100 ms");
    assert.equal(formatQuantity(3, { unit: "×" }), "3×");
    assert.equal(formatQuantity(31_420, { currency: "USD", unit: "money" }), "$31,420");
    assert.equal(formatQuantity(12.5, { currency: "EUR" }), "€12.50");
  });
});
