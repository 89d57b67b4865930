import { dayNumber } from "#web/format/local-date.ts";

/** One measured value of a series; null where it could not be known. */
export interface Point {
  /** Local date, ISO. */
  on: string;
  value: number | null;
}

/** What is expected on a date: half of the runs reach `p50`, 85 of 100 reach at least `p85`. */
export interface ForecastPoint {
  on: string;
  p50: number;
  p85: number;
}

/** What a chart of one series draws. */
export interface SeriesData {
  points: readonly Point[];
  forecast?: readonly ForecastPoint[];
  /** The level to reach. */
  target?: number | null;
}

/** Smallest and largest of dates (day numbers) and values that the drawing must hold. */
export interface Extent {
  days: [number, number];
  values: [number, number];
}

/** The room a series needs; null when it holds no value at all. `zero` makes the values start at nought. */
export function extentOf({ points, forecast = [], target }: SeriesData, zero: boolean): Extent | null {
  const known = points.filter(hasValue);
  if (known.length === 0) return null;
  const days = [...known, ...forecast].map(({ on }) => dayNumber(on));
  const values = [
    ...known.map(({ value }) => value),
    ...forecast.flatMap(({ p50, p85 }) => [p50, p85]),
    ...(typeof target === "number" ? [target] : []),
    ...(zero ? [0] : []),
  ];
  return {
    days: widened([Math.min(...days), Math.max(...days)], 1),
    values: widened([Math.min(...values), Math.max(...values)], 1),
  };
}

/** A line as unbroken runs: where a value is missing the line stops and starts anew. */
export function runsOf(points: readonly Point[]): { on: string; value: number }[][] {
  const runs: { on: string; value: number }[][] = [[]];
  for (const point of points) {
    if (hasValue(point)) runs.at(-1)?.push(point);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

/** Tells points with a value from those without. */
export function hasValue(point: Point): point is Point & { value: number } {
  return point.value !== null && Number.isFinite(point.value);
}

function widened([least, most]: [number, number], by: number): [number, number] {
  return least === most ? [least - by, most + by] : [least, most];
}
