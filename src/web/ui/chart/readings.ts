import type { Scale } from "#web/ui/chart/geometry.ts";
import type { SeriesData } from "#web/ui/chart/series.ts";
import { hasValue } from "#web/ui/chart/series.ts";

/** One place of a chart that can be read: where it is, in percent, and what it says. */
export interface Reading {
  x: number;
  y: number;
  text: string;
}

/** All values and all expected values of a chart from left to right, in words. */
export function readingsOf(
  { points, forecast = [] }: SeriesData,
  { x, y }: Scale,
  words: { date: (on: string) => string; number: (value: number) => string },
): Reading[] {
  const measured = points
    .filter(hasValue)
    .map(({ on, value }) => ({ x: x(on), y: y(value), text: `${words.date(on)}: ${words.number(value)}` }));
  const expected = forecast.map(({ on, p50, p85 }) => ({
    x: x(on),
    y: y(p50),
    text: `${words.date(on)}: expected ${words.number(p50)}, cautiously ${words.number(p85)}`,
  }));
  return [...measured, ...expected].toSorted((one, other) => one.x - other.x);
}

/** Which reading lies nearest to a place, in percent of the width. */
export function nearestReading(readings: readonly Reading[], at: number): number {
  return readings.reduce(
    (best, reading, index) =>
      Math.abs(reading.x - at) < Math.abs((readings[best]?.x ?? Infinity) - at) ? index : best,
    0,
  );
}
