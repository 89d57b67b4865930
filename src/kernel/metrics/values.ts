import { localDate } from "#kernel/clock.ts";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { MetricRegistry } from "#kernel/metrics/registry.ts";

/** Where a number comes from: read off the business, told by a person, or not at all. */
export type MetricSource = "live" | "reported" | "none";

/** The value of a metric at an instant. `asOfOn` is the local day it holds for. */
export interface MetricValue {
  metric: string;
  value: number | null;
  /** Why the value is null. */
  reason: string | null;
  source: MetricSource;
  asOfOn: string | null;
  /** Of a reported value: who said so, and where it was read. */
  reportedBy: string | null;
  reportedFrom: string | null;
}

interface Moment {
  asOf: Temporal.Instant;
  zone: string;
}

interface ReportRow {
  metric: string;
  value: number;
  as_of_on: string;
  source: string;
  reported_by: string | null;
}

const NO_SOURCE = "No source yet";

async function reportedValues(
  db: Db,
  metrics: readonly string[],
  moment: Moment,
): Promise<Map<string, MetricValue>> {
  if (metrics.length === 0) return new Map();
  const found = await rows<ReportRow>(
    db,
    sql`SELECT DISTINCT ON (metric) metric, value::float8, as_of_on, source, reported_by
        FROM kernel.metric_report
        WHERE metric IN ${metrics} AND as_of_on <= ${localDate(moment.asOf, moment.zone).toString()}
          AND reported_at <= ${moment.asOf.toString()}
          AND (superseded_at IS NULL OR superseded_at > ${moment.asOf.toString()})
        ORDER BY metric, as_of_on DESC, reported_at DESC`,
  );
  return new Map(
    found.map((row) => [
      row.metric,
      {
        metric: row.metric,
        value: row.value,
        reason: null,
        source: "reported",
        asOfOn: row.as_of_on,
        reportedBy: row.reported_by,
        reportedFrom: row.source,
      },
    ]),
  );
}

/**
 * The value of each metric at an instant: measured where a module has it, else the latest reported one, else null
 * with a reason.
 */
export async function metricValues(
  db: Db,
  registry: MetricRegistry,
  metrics: readonly string[],
  moment: Moment,
): Promise<Map<string, MetricValue>> {
  const values = new Map<string, MetricValue>();
  const unmeasured: string[] = [];
  for (const metric of new Set(metrics)) {
    const definition = registry.find(metric);
    if (!definition) {
      unmeasured.push(metric);
      continue;
    }
    const { value, reason } = await definition.measure(db, { ...moment, bind: {} });
    values.set(metric, {
      metric,
      value,
      reason: value === null ? (reason ?? "Not known") : null,
      source: "live",
      asOfOn: localDate(moment.asOf, moment.zone).toString(),
      reportedBy: null,
      reportedFrom: null,
    });
  }
  const reported = await reportedValues(db, unmeasured, moment);
  for (const metric of unmeasured)
    values.set(
      metric,
      reported.get(metric) ?? {
        metric,
        value: null,
        reason: NO_SOURCE,
        source: "none",
        asOfOn: null,
        reportedBy: null,
        reportedFrom: null,
      },
    );
  return values;
}
