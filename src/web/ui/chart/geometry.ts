import { dayNumber } from "#web/format/local-date.ts";
import type { Extent, ForecastPoint } from "#web/ui/chart/series.ts";

/** Where a date and a value land on the drawing. */
export interface Scale {
  x: (on: string) => number;
  y: (value: number) => number;
}

/** The rectangle to draw in; `top` is the coordinate of the largest value. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Straight scales from dates and values to a box. */
export function scaleTo({ days, values }: Extent, box: Box): Scale {
  const x = (on: string) =>
    box.left + ((dayNumber(on) - days[0]) / (days[1] - days[0])) * (box.right - box.left);
  const y = (value: number) =>
    box.bottom - ((value - values[0]) / (values[1] - values[0])) * (box.bottom - box.top);
  return { x, y };
}

/** The path through points, to a tenth of a unit. */
export function linePath(points: readonly { on: string; value: number }[], { x, y }: Scale): string {
  return points
    .map(({ on, value }, index) => `${index === 0 ? "M" : "L"}${round(x(on))} ${round(y(value))}`)
    .join("");
}

/** The closed path around a forecast's band, there along P50 and back along P85. */
export function bandPath(forecast: readonly ForecastPoint[], scale: Scale): string {
  const there = forecast.map(({ on, p50 }) => ({ on, value: p50 }));
  const back = forecast.toReversed().map(({ on, p85 }) => ({ on, value: p85 }));
  return forecast.length === 0 ? "" : `${linePath(there, scale)}${linePath(back, scale).replace("M", "L")}Z`;
}

/** Up to `most` round values that span a range: steps of 1, 2 or 5 times a power of ten. */
export function roundTicks([least, most]: [number, number], count: number): number[] {
  const rough = (most - least) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const first = Math.floor(least / step);
  const last = Math.ceil(most / step);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** At most `count` dates spread over a range, both ends included, a whole number of days apart. */
export function dayTicks([first, last]: [number, number], count: number): number[] {
  const steps = Math.max(1, Math.min(count - 1, last - first));
  return Array.from({ length: steps + 1 }, (_, index) =>
    Math.round(first + ((last - first) * index) / steps),
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
