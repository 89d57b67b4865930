import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { describeSeries } from "#web/ui/chart/describe.ts";
import { bandPath, dayTicks, linePath, roundTicks, scaleTo } from "#web/ui/chart/geometry.ts";
import { nearestReading, readingsOf } from "#web/ui/chart/readings.ts";
import { extentOf, runsOf } from "#web/ui/chart/series.ts";

const points = [
  { on: "2027-05-03", value: 10 },
  { on: "2027-05-10", value: null },
  { on: "2027-05-17", value: 30 },
];
const forecast = [
  { on: "2027-05-17", p50: 30, p85: 30 },
  { on: "2027-05-24", p50: 40, p85: 35 },
];
const words = { date: (on: string) => on, number: String };

describe("a series", () => {
  it("holds its values, its forecast and its target", () => {
    const extent = extentOf({ points, forecast, target: 50 }, true);
    assert.deepEqual(extent?.values, [0, 50]);
    assert.equal((extent?.days[1] ?? 0) - (extent?.days[0] ?? 0), 21);
  });

  it("has no room without a value, and some around a single one", () => {
    assert.equal(extentOf({ points: [{ on: "2027-05-03", value: null }] }, false), null);
    assert.deepEqual(extentOf({ points: [{ on: "2027-05-03", value: 7 }] }, false)?.values, [6, 8]);
  });

  it("breaks where a value is missing", () => {
    assert.deepEqual(
      runsOf(points).map((run) => run.map(({ value }) => value)),
      [[10], [30]],
    );
    assert.deepEqual(runsOf([]), []);
  });
});

describe("a drawing", () => {
  const extent = { days: [20_000, 20_010] as [number, number], values: [0, 100] as [number, number] };
  const scale = scaleTo(extent, { left: 0, right: 100, top: 0, bottom: 50 });

  it("puts the largest value at the top and the first day at the left", () => {
    assert.equal(scale.y(100), 0);
    assert.equal(scale.y(0), 50);
    assert.equal(scale.x("2024-10-04"), 0);
    assert.equal(scale.x("2024-10-09"), 50);
  });

  it("draws lines and closes bands", () => {
    assert.equal(
      linePath(
        [
          { on: "2024-10-04", value: 0 },
          { on: "2024-10-14", value: 100 },
        ],
        scale,
      ),
      "M0 50L100 0",
    );
    const band = [
      { on: "2024-10-04", p50: 50, p85: 50 },
      { on: "2024-10-14", p50: 100, p85: 80 },
    ];
    assert.equal(bandPath(band, scale), "M0 25L100 0L100 10L0 25Z");
    assert.equal(bandPath([], scale), "");
  });

  it("ticks at round values that hold the range", () => {
    assert.deepEqual(roundTicks([0, 100], 4), [0, 50, 100]);
    assert.deepEqual(roundTicks([85, 91.4], 4), [84, 86, 88, 90, 92]);
    const range = fc.tuple(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(range, ([least, span]) => {
        const ticks = roundTicks([least, least + span], 4);
        const slack = span * 1e-6;
        return (
          (ticks[0] ?? Infinity) <= least + slack &&
          (ticks.at(-1) ?? -Infinity) >= least + span - slack &&
          ticks.length <= 8
        );
      }),
    );
  });

  it("ticks at whole days, ends included", () => {
    assert.deepEqual(dayTicks([0, 100], 5), [0, 25, 50, 75, 100]);
    assert.deepEqual(dayTicks([0, 2], 5), [0, 1, 2]);
  });
});

describe("a chart in words", () => {
  it("says first, last, target and what is expected", () => {
    assert.equal(
      describeSeries("Customers", { points, forecast, target: 50 }, words),
      "Customers: 10 on 2027-05-03, 30 on 2027-05-17; target 50; expected on 2027-05-24: 40, cautiously 35.",
    );
    assert.equal(describeSeries("Customers", { points: [] }, words), "Customers: no values yet.");
  });

  it("can be read value by value, from left to right", () => {
    const extent = extentOf({ points, forecast }, true);
    assert.ok(extent);
    const readings = readingsOf(
      { points, forecast },
      scaleTo(extent, { left: 0, right: 100, top: 0, bottom: 100 }),
      words,
    );
    assert.deepEqual(
      readings.map(({ text }) => text),
      [
        "2027-05-03: 10",
        "2027-05-17: 30",
        "2027-05-17: expected 30, cautiously 30",
        "2027-05-24: expected 40, cautiously 35",
      ],
    );
    assert.equal(nearestReading(readings, 2), 0);
    assert.equal(nearestReading(readings, 99), 3);
  });
});
