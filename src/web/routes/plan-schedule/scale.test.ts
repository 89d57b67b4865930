import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { makeScale, tickWords } from "./scale.ts";

describe("the scale of the timeline", () => {
  it("begins at a whole division and keeps days evenly wide", () => {
    const scale = makeScale("month", "2027-01-04", "2027-03-10");
    assert.deepEqual(
      scale.ticks.map(({ on }) => on),
      ["2027-01-01", "2027-02-01", "2027-03-01", "2027-04-01"],
    );
    assert.equal(scale.x("2027-01-01"), 0);
    assert.equal(scale.x("2027-02-01"), 31 * 5);
  });

  it("counts weeks from Monday and quarters from January", () => {
    assert.equal(makeScale("week", "2027-01-06", "2027-01-20").ticks[0]?.on, "2027-01-04");
    assert.deepEqual(
      makeScale("quarter", "2027-05-06", "2028-01-01").ticks.map(({ on }) => on),
      ["2027-04-01", "2027-07-01", "2027-10-01", "2028-01-01"],
    );
  });

  it("writes the year once", () => {
    const { ticks } = makeScale("month", "2027-11-20", "2028-02-01");
    assert.deepEqual(
      ticks.map((tick) => tickWords(tick, "month", "en-GB")),
      ["Nov 2027", "Dec", "Jan 2028", "Feb"],
    );
    const quarters = makeScale("quarter", "2027-11-20", "2028-02-01").ticks;
    assert.deepEqual(
      quarters.map((tick) => tickWords(tick, "quarter", "en-GB")),
      ["Q4 2027", "Q1 2028", "Q2"],
    );
  });
});
