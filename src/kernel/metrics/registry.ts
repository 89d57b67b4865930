import type { Db } from "#kernel/db/database.ts";

export type MetricUnit = "count" | "percent" | "money" | "days" | "ratio" | "milliseconds" | "score";

/** A measured number. `value` is null when it cannot be known, and then `reason` says why; never 0 for unknown. */
export interface Measured {
  value: number | null;
  reason?: string;
}

/** One counted thing, for a person to open. */
export interface MetricRow {
  id: string;
  label: string;
  detail?: string;
  href?: string;
}

export interface MeasureOptions {
  asOf: Temporal.Instant;
  /** IANA zone of the company, where a "day" or "month" begins. */
  zone: string;
  /** What the metric is limited to, such as one course; {} for all. */
  bind: Record<string, string>;
}

/**
 * A number read off the business: a pure function of the database and `asOf`. Asked twice it answers the same;
 * asked for last month it answers as of last month. `version` goes up when the meaning changes.
 */
export interface MetricDefinition {
  /** `module.noun`; stable. */
  key: string;
  title: string;
  unit: MetricUnit;
  /** Over what time it is counted: everything until `asOf`, the instant itself, a trailing span, a calendar month. */
  window: "cumulative" | "instant" | "trailing_30_days" | "last_complete_month";
  version: number;
  meaning: string;
  /** True when a smaller number is better. */
  lowerIsBetter?: boolean;
  /** Names of events after which it may have another value; what it measures is judged again soon after one. */
  changedBy?: readonly string[];
  measure(db: Db, options: MeasureOptions): Promise<Measured>;
  rows?(db: Db, options: MeasureOptions & { limit: number; offset: number }): Promise<MetricRow[]>;
}

/** Declares a metric. */
export const defineMetric = (metric: MetricDefinition): MetricDefinition => metric;

/** The metrics that the installed modules can measure. */
export interface MetricRegistry {
  find(key: string): MetricDefinition | undefined;
  list(): readonly MetricDefinition[];
}

/** Builds the registry; a key declared twice is a fault of the build. */
export function createMetricRegistry(metrics: readonly MetricDefinition[]): MetricRegistry {
  const byKey = new Map<string, MetricDefinition>();
  for (const metric of metrics) {
    if (byKey.has(metric.key)) throw new Error(`Metric ${metric.key} is declared twice`);
    byKey.set(metric.key, metric);
  }
  return { find: (key) => byKey.get(key), list: () => [...byKey.values()] };
}
