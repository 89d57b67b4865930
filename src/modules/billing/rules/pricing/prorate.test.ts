import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { periodAt } from "../periods/period.ts";
import { prorate, type ProrationMode, remainingShare } from "./prorate.ts";

const january = { startsOn: "2027-01-01", endsOn: "2027-02-01" };
const at = (text: string) => Temporal.Instant.from(text);
const modes: ProrationMode[] = ["day", "second"];
const zones = [
  "UTC",
  "America/New_York",
  "Europe/Berlin",
  "Australia/Lord_Howe",
  "America/Santiago",
  "Asia/Kolkata",
];

describe("proration by day", () => {
  const byDay = (from: string, zone = "UTC") =>
    remainingShare({ period: january, from: at(from), mode: "day", zone });

  it("counts the day of the change as remaining, whatever the hour", () => {
    assert.deepEqual(byDay("2027-01-16T00:00:00Z"), { remaining: 16, whole: 31 });
    assert.deepEqual(byDay("2027-01-16T23:59:59Z"), { remaining: 16, whole: 31 });
    assert.equal(
      prorate(3_100, { period: january, from: at("2027-01-16T12:00:00Z"), mode: "day", zone: "UTC" }),
      1_600,
    );
  });

  it("counts days of the customer's zone", () => {
    assert.equal(byDay("2027-01-16T23:30:00Z", "Asia/Tokyo").remaining, 15);
    assert.equal(byDay("2027-01-16T02:00:00Z", "America/New_York").remaining, 17);
  });

  it("is not moved by clocks that change", () => {
    const march = { startsOn: "2027-03-01", endsOn: "2027-04-01" };
    const share = remainingShare({
      period: march,
      from: at("2027-03-28T10:00:00Z"),
      mode: "day",
      zone: "Europe/Berlin",
    });
    assert.deepEqual(share, { remaining: 4, whole: 31 });
  });
});

describe("proration by second", () => {
  it("knows that days have 23, 24, 24½ and 25 hours", () => {
    const wholeOf = (startsOn: string, endsOn: string, zone: string) =>
      remainingShare({ period: { startsOn, endsOn }, from: at("2020-01-01T00:00:00Z"), mode: "second", zone })
        .whole / 3_600;
    assert.equal(wholeOf("2027-03-28", "2027-03-29", "Europe/Berlin"), 23);
    assert.equal(wholeOf("2027-10-31", "2027-11-01", "Europe/Berlin"), 25);
    assert.equal(wholeOf("2027-03-14", "2027-03-15", "America/New_York"), 23);
    assert.equal(wholeOf("2027-04-04", "2027-04-05", "Australia/Lord_Howe"), 24.5);
    assert.equal(wholeOf("2027-09-05", "2027-09-06", "America/Santiago"), 23, "the day without a midnight");
    assert.equal(wholeOf("2027-03-28", "2027-03-29", "Asia/Kolkata"), 24);
  });

  it("takes what is left to the second", () => {
    const point = { period: january, from: at("2027-01-31T23:59:59Z"), mode: "second", zone: "UTC" } as const;
    assert.deepEqual(remainingShare(point), { remaining: 1, whole: 31 * 86_400 });
    assert.equal(prorate(31 * 86_400, point), 1);
  });
});

describe("proration", () => {
  it("is the whole before the period and nothing after it", () => {
    for (const mode of modes)
      for (const zone of zones) {
        assert.equal(
          prorate(9_999, { period: january, from: at("2026-12-01T00:00:00Z"), mode, zone }),
          9_999,
        );
        assert.equal(prorate(9_999, { period: january, from: at("2027-02-03T00:00:00Z"), mode, zone }), 0);
      }
  });

  const points = fc.record({
    period: fc
      .tuple(
        fc.integer({ min: 0, max: 1_500 }),
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom("month", "year"),
      )
      .map(([days, index, cycle]) =>
        periodAt(
          Temporal.PlainDate.from("2026-01-01").add({ days }).toString(),
          { cycle, cycleCount: 1 },
          index,
        ),
      ),
    mode: fc.constantFrom(...modes),
    zone: fc.constantFrom(...zones),
  });
  const cuts = fc.array(fc.double({ min: -0.1, max: 1.1, noNaN: true }), { maxLength: 8 });
  const instantIn = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }, share: number) => {
    const start = at(`${startsOn}T00:00:00Z`).epochMilliseconds;
    const end = at(`${endsOn}T00:00:00Z`).epochMilliseconds;
    return Temporal.Instant.fromEpochMilliseconds(Math.round(start + (end - start) * share));
  };

  it("of any points adds up to the price: each part is what was left before less what was left after", () => {
    fc.assert(
      fc.property(points, cuts, fc.integer({ min: -500_000, max: 500_000 }), (point, shares, amount) => {
        const left = [-1, ...shares.toSorted((a, b) => a - b), 2].map((share) =>
          prorate(amount, { ...point, from: instantIn(point.period, share) }),
        );
        const parts = left.slice(1).map((after, index) => left[index]! - after);
        assert.equal(left[0], amount);
        assert.equal(left.at(-1), 0);
        assert.equal(
          parts.reduce((sum, part) => sum + part, 0),
          amount,
        );
        for (const part of parts) assert.ok(part * Math.sign(amount) >= 0, "time never runs backwards");
      }),
      { numRuns: 1_000 },
    );
  });

  it("gives back for a price what it charges for the same price", () => {
    fc.assert(
      fc.property(
        points,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 500_000 }),
        (point, share, amount) => {
          const from = instantIn(point.period, share);
          assert.equal(prorate(amount, { ...point, from }) + prorate(0 - amount, { ...point, from }), 0);
        },
      ),
    );
  });
});
