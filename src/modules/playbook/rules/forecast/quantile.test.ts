import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { rankOf, selectRank } from "./quantile.ts";

describe("quantiles", () => {
  it("select what sorting would find, ties and infinities included", () => {
    const anyValue = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant(Number.POSITIVE_INFINITY));
    fc.assert(
      fc.property(fc.array(anyValue, { minLength: 1 }), fc.nat(), (values, pick) => {
        const rank = pick % values.length;
        const sorted = values.toSorted((a, b) => (a === b ? 0 : a - b));
        const reordered = Float64Array.from(values);
        assert.equal(selectRank(reordered, rank), sorted[rank]);
        assert.ok(reordered.subarray(0, rank).every((value) => value <= sorted[rank]!));
        assert.ok(reordered.subarray(rank).every((value) => value >= sorted[rank]!));
      }),
    );
  });

  it("the rank of a share is the first that covers it", () => {
    assert.equal(rankOf(0.5, 1000), 499);
    assert.equal(rankOf(0.85, 1000), 849);
    assert.equal(rankOf(0, 10), 0);
    assert.equal(rankOf(1, 10), 9);
  });
});
