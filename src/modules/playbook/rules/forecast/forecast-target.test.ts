import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { addDays, daysBetween } from "../calendar/iso-date.ts";
import { forecastTarget, type ForecastQuestion } from "./forecast-target.ts";
import type { Forecast, SeriesPoint } from "./types.ts";

const FIRST = "2027-01-04";

const weekly = (...values: (number | null)[]): SeriesPoint[] =>
  values.map((value, week) => ({ on: addDays(FIRST, 7 * week), value }));

const orderOf = (date: string | null) => date ?? "9999-12-31";

/** Asked on the day of the last point. */
function ask(series: SeriesPoint[], more: Partial<ForecastQuestion> = {}): Forecast {
  const result = forecastTarget(question(series, more));
  assert.ok(result.forecast, result.reason ?? "");
  return result.forecast;
}

const question = (series: SeriesPoint[], more: Partial<ForecastQuestion> = {}): ForecastQuestion => ({
  metric: "people.customers_active",
  series,
  goal: { op: ">=", level: 100 },
  due: "2027-06-30",
  asOf: series.at(-1)?.on ?? FIRST,
  ...more,
});

describe("forecasting a target", () => {
  it("constant growth reaches the level on the day arithmetic says", () => {
    // 60 on 25 January, 10 a week: 40 more take 4 weeks.
    const steady = weekly(30, 40, 50, 60);
    const on = { p50: "2027-02-22", p85: "2027-02-22" };
    for (const [due, chance] of [
      ["2027-02-22", 1],
      ["2027-02-21", 0],
    ] as const) {
      const { p50, p85, chance: got } = ask(steady, { due });
      assert.deepEqual({ p50, p85, got }, { ...on, got: chance });
    }
    // 35 more take 3.5 weeks: 25 days, begun days counting in full.
    assert.equal(ask(steady, { goal: { op: ">=", level: 95 } }).p50, "2027-02-19");
    // More than 100 is a day later than 100.
    assert.equal(ask(steady, { goal: { op: ">", level: 100 } }).p50, "2027-02-23");
  });

  it("constant growth is exact years ahead too", () => {
    // From 60, 10 a week: 1,000 is 94 weeks away, beyond the weeks walked one by one.
    assert.equal(
      ask(weekly(30, 40, 50, 60), { goal: { op: ">=", level: 1000 } }).p85,
      addDays("2027-01-25", 94 * 7),
    );
  });

  it("the chance is the binomial one when a week brings 10 or nothing", () => {
    // Changes 0, 10, 0, 10: three of the next five weeks must bring 10. P(Bin(5, ½) ≥ 3) = ½.
    const series = weekly(0, 0, 10, 10, 20);
    const { chance } = ask(series, { goal: { op: ">=", level: 50 }, due: addDays(FIRST, 9 * 7) });
    assert.ok(Math.abs((chance ?? 0) - 0.5) < 0.06, `${chance}`);
  });

  it("far ahead the middle run needs as many weeks as the average pace says", () => {
    // 5 a week on average, 1,000 to go: 200 weeks, most of them walked four at a time.
    const { p50, p85 } = ask(weekly(0, 0, 10, 10, 20, 20, 30), { goal: { op: ">=", level: 1030 } });
    const weeks = daysBetween(addDays(FIRST, 42), p50!) / 7;
    assert.ok(Math.abs(weeks - 200) < 4, `${weeks}`);
    // Spread of 200 weeks of 0 or 10 is 71, 14 weeks at this pace; one in seven runs is slower by about that.
    const slower = daysBetween(p50!, p85!) / 7;
    assert.ok(slower > 9 && slower < 20, `${slower}`);
  });

  it("counts the runs up to a far due date, not only those until the careful date is known", () => {
    // 500 to go at 5 a week: by week 130 the mean is 650 with a spread of 57, so nearly all runs are there.
    const series = weekly(0, 0, 10, 10, 20, 20, 30);
    const { chance } = ask(series, { goal: { op: ">=", level: 530 }, due: addDays(FIRST, 42 + 130 * 7) });
    assert.ok(chance! > 0.97, `${chance}`);
  });

  it("looks at the pace of the last half year only", () => {
    const early = Array.from({ length: 40 }, (_, week) => 100 * week);
    const late = Array.from({ length: 26 }, (_, week) => 3900 + week + 1);
    const series = weekly(...early, ...late);
    assert.equal(ask(series, { goal: { op: ">=", level: 3936 } }).p85, addDays(series.at(-1)!.on, 70));
  });

  it("asked twice answers the same; another day or metric draws anew", () => {
    const series = weekly(0, 3, 4, 9, 10, 18, 21);
    assert.deepEqual(ask(series), ask(series));
    assert.notDeepEqual(ask(series).band, ask(series, { metric: "academy.enrollments" }).band);
    assert.notDeepEqual(ask(series).band, ask(series, { asOf: addDays(series.at(-1)!.on, 1) }).band);
  });

  it("fewer than four weekly values are not enough, and it says so", () => {
    assert.deepEqual(forecastTarget(question(weekly(1, 2, 3))), {
      forecast: null,
      reason: "Not enough data: 3 of 4 weekly values",
    });
    assert.equal(forecastTarget(question(weekly(1, null, 2, null, 3))).forecast, null);
    assert.equal(forecastTarget(question([])).reason, "Not enough data: no value yet");
    assert.ok(forecastTarget(question(weekly(1, 2, 3, 4))).forecast);
  });

  it("days within one week are one weekly value", () => {
    const daily = Array.from({ length: 7 }, (_, day) => ({ on: addDays(FIRST, day), value: day }));
    assert.equal(forecastTarget(question(daily)).reason, "Not enough data: 1 of 4 weekly values");
  });

  it("what is met has chance 1, even with one value", () => {
    const { p50, p85, chance } = ask(weekly(100));
    assert.deepEqual({ p50, p85, chance }, { p50: FIRST, p85: FIRST, chance: 1 });
    assert.equal(ask(weekly(80, 90, 100, 95, 102)).chance, 1);
  });

  it("a flat series goes nowhere", () => {
    const { p50, p85, chance, band } = ask(weekly(50, 50, 50, 50));
    assert.deepEqual({ p50, p85, chance }, { p50: null, p85: null, chance: 0 });
    assert.ok(band.every((point) => point.p15 === 50 && point.p85 === 50));
    assert.equal(ask(weekly(100, 100, 100, 100)).chance, 1);
  });

  it("a falling series does not reach a higher level", () => {
    const { p50, chance } = ask(weekly(90, 85, 80, 75, 70));
    assert.deepEqual({ p50, chance }, { p50: null, chance: 0 });
  });

  it("mostly falling keeps an honest small chance and no likely date", () => {
    const { p50, p85, chance } = ask(weekly(90, 86, 96, 92, 88, 84, 80, 76), { due: addDays(FIRST, 7 * 14) });
    assert.ok(chance !== null && chance > 0 && chance < 0.3, `${chance}`);
    assert.deepEqual({ p50, p85 }, { p50: null, p85: null });
  });

  it("smaller is better: the date is when it has fallen far enough", () => {
    const { p50, chance, band } = ask(weekly(180, 170, 160, 150), { goal: { op: "<=", level: 110 } });
    assert.deepEqual({ p50, chance }, { p50: addDays(FIRST, 7 * 7), chance: 1 });
    assert.deepEqual(band[0], { on: addDays(FIRST, 5 * 7), p15: 130, p50: 130, p85: 130 });
    const bumpy = ask(weekly(180, 160, 165, 140, 150), { goal: { op: "<", level: 110 } });
    assert.ok(bumpy.band.every((point) => point.p15 <= point.p50 && point.p50 <= point.p85));
  });

  it("a gap is not a zero", () => {
    const { p50 } = ask(weekly(30, null, 50, null, null, 80, 90));
    assert.equal(p50, addDays(FIRST, 7 * 7));
  });

  it("a value not reported lately counts from when it was known, and dates not before today", () => {
    const series = weekly(70, 80, 90, 98);
    const asOf = addDays(FIRST, 60);
    const { p50, chance } = ask(series, { asOf, due: addDays(FIRST, 70) });
    assert.deepEqual({ p50, chance }, { p50: asOf, chance: 1 });
    assert.equal(ask(series, { asOf, due: addDays(FIRST, 59) }).chance, 0);
  });

  it("what was measured after the day asked for is not looked at", () => {
    const series = weekly(30, 40, 50, 60, 100);
    assert.equal(ask(series, { asOf: series[3]!.on }).p50, "2027-02-22");
  });

  it("a percentage does not pass its bounds", () => {
    const { p50, band } = ask(weekly(80, 84, 88, 92), {
      goal: { op: ">=", level: 101 },
      bounds: { min: 0, max: 100 },
    });
    assert.equal(p50, null);
    assert.equal(band.at(-1)?.p15, 100);
  });

  it("without a due date there are dates but no chance", () => {
    const { p50, chance } = ask(weekly(30, 40, 50, 60), { due: null });
    assert.deepEqual({ p50, chance }, { p50: "2027-02-22", chance: null });
  });

  it("exactly a level is reached from either side", () => {
    assert.equal(ask(weekly(60, 50, 40, 30), { goal: { op: "=", level: 10 } }).p50, "2027-02-08");
    assert.equal(ask(weekly(0, 10, 20, 30), { goal: { op: "=", level: 50 } }).p50, "2027-02-08");
  });
});

describe("laws of a forecast", () => {
  const anySeries = fc
    .array(fc.option(fc.integer({ min: 0, max: 90 }), { freq: 6 }), { minLength: 8, maxLength: 40 })
    .map((values) => weekly(...values, 10, 11, 15, 14))
    .filter((series) => series.at(-1)!.value !== null);

  it("a higher target is never earlier nor likelier", () => {
    fc.assert(
      fc.property(
        anySeries,
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 0, max: 100 }),
        (series, level, more) => {
          const near = ask(series, { goal: { op: ">=", level } });
          const far = ask(series, { goal: { op: ">=", level: level + more } });
          assert.ok(orderOf(far.p50) >= orderOf(near.p50));
          assert.ok(orderOf(far.p85) >= orderOf(near.p85));
          assert.ok(far.chance! <= near.chance!);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("more time is never a smaller chance, p85 never before p50, and nothing before today", () => {
    fc.assert(
      fc.property(
        anySeries,
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 400 }),
        (series, days, more) => {
          const asOf = series.at(-1)!.on;
          const soon = ask(series, { due: addDays(asOf, days) });
          const later = ask(series, { due: addDays(asOf, days + more) });
          assert.ok(soon.chance! <= later.chance!);
          assert.deepEqual([soon.p50, soon.p85], [later.p50, later.p85]);
          assert.ok(orderOf(soon.p50) <= orderOf(soon.p85));
          assert.ok(orderOf(soon.p50) >= asOf);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("the chance agrees with the dates, and the band widens from the known value in weeks", () => {
    fc.assert(
      fc.property(anySeries, fc.integer({ min: 7, max: 700 }), (series, days) => {
        const asOf = series.at(-1)!.on;
        const due = addDays(asOf, days);
        const { p50, p85, chance, band } = ask(series, { due });
        assert.equal(p50 !== null && p50 <= due, chance! >= 0.5);
        assert.equal(p85 !== null && p85 <= due, chance! >= 0.85);
        assert.ok(band.length > 0 && band.length <= 26);
        for (const point of band) {
          assert.ok(point.p15 >= point.p50 && point.p50 >= point.p85);
          assert.equal(daysBetween(asOf, point.on) % 7, 0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
