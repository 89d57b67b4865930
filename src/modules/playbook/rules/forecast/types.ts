import type { IsoDate } from "../calendar/iso-date.ts";

/** One measured value; null where nothing could be known (a gap, not a zero). */
export type SeriesPoint = { on: IsoDate; value: number | null };

/** The level a series has to reach. `=` means reached from whichever side the series is on. */
export type ForecastGoal = { op: ">=" | ">" | "<=" | "<" | "="; level: number };

/** The values the metric can take; a percentage of a whole is { min: 0, max: 100 }. */
export type ValueBounds = { min?: number; max?: number };

/**
 * Where the values may lie. p50: half of the runs are better. p85: 85 of 100 runs are better, the careful line.
 * p15: only 15 of 100 are. For a metric where smaller is better, p15 is the low line and p85 the high one.
 */
export type BandPoint = { on: IsoDate; p15: number; p50: number; p85: number };

/**
 * Dates by which half (p50) and 85 % (p85) of the runs have first reached the goal; null when that many do not
 * within five years. `chance` is the share of runs that reach it on or before the due date, 0 to 1; null without
 * a due date.
 */
export type Forecast = {
  p50: IsoDate | null;
  p85: IsoDate | null;
  chance: number | null;
  band: BandPoint[];
};

/** `reason` is a plain sentence when there is no forecast. */
export type ForecastResult = { forecast: Forecast; reason: null } | { forecast: null; reason: string };
