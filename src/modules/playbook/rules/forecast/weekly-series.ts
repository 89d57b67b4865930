import { type IsoDate, fromDayNumber, toDayNumber } from "../calendar/iso-date.ts";
import type { SeriesPoint } from "./types.ts";

/** Increments come from at most this many recent weeks: what a company did last year says little about its pace. */
export const RECENT_WEEKS = 26;

/** The known values, one a week at most, and the change per week between them. */
export type WeeklySeries = {
  /** Weeks with a known value. */
  points: number;
  lastValue: number;
  lastOn: IsoDate;
  lastDay: number;
  /** Change per week, oldest first; a gap of k weeks gives k equal changes. */
  increments: number[];
};

/**
 * Reads a series that may be unsorted, daily, or full of gaps. Weeks are counted back from the last known value;
 * the last known value of each week stands for it. Values after `asOf` are not looked at. Null without any value.
 */
export function readWeekly(series: readonly SeriesPoint[], asOf: IsoDate): WeeklySeries | null {
  const known = series
    .flatMap(({ on, value }) => (value === null || on > asOf ? [] : [{ day: toDayNumber(on), value }]))
    .toSorted((a, b) => a.day - b.day);
  const last = known.at(-1);
  if (last === undefined) return null;
  const byWeek = new Map<number, number>();
  for (const { day, value } of known) byWeek.set(Math.floor((last.day - day) / 7), value);
  return {
    points: byWeek.size,
    lastValue: last.value,
    lastOn: fromDayNumber(last.day),
    lastDay: last.day,
    increments: weeklyIncrements([...byWeek]),
  };
}

function weeklyIncrements(newestLast: readonly [weeksAgo: number, value: number][]): number[] {
  const increments: number[] = [];
  let before: readonly [number, number] | undefined;
  for (const [weeksAgo, value] of newestLast) {
    if (before !== undefined) {
      const weeks = before[0] - weeksAgo;
      const change = (value - before[1]) / weeks;
      for (let week = 0; week < weeks; week += 1) increments.push(change);
    }
    before = [weeksAgo, value];
  }
  return increments.slice(-RECENT_WEEKS);
}
