import { localDate } from "#kernel/clock.ts";
import type { Db, Tx } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { MetricRegistry } from "#kernel/metrics/registry.ts";

/** One value of a series; `on` is a local day, null is a gap with a reason kept beside it. */
export interface MetricPoint {
  on: string;
  value: number | null;
}

/**
 * Series of several metrics, oldest first, in one query: stored daily points of live metrics (current version) and
 * reported values. `every` "week" keeps the last point of each week.
 */
export async function metricSeries(
  db: Db,
  registry: MetricRegistry,
  metrics: readonly string[],
  range: { fromOn: string; toOn: string; every: "day" | "week" },
): Promise<Map<string, MetricPoint[]>> {
  const series = new Map<string, MetricPoint[]>(metrics.map((metric) => [metric, []]));
  if (metrics.length === 0) return series;
  const versions = metrics.map((metric) => ({ metric, version: registry.find(metric)?.version ?? null }));
  const bucket = range.every === "week" ? sql`date_trunc('week', "on")` : sql`"on"`;
  const found = await rows<{ metric: string; on: string; value: number | null }>(
    db,
    sql`WITH wanted AS (
          SELECT * FROM jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) AS w (metric text, version int)),
        points AS (
          SELECT p.metric, p."on", p.value FROM kernel.metric_point p JOIN wanted w USING (metric)
          WHERE p.version = w.version AND p.bind = '{}' AND p."on" BETWEEN ${range.fromOn} AND ${range.toOn}
          UNION ALL
          SELECT r.metric, r.as_of_on, r.value FROM kernel.metric_report r JOIN wanted w USING (metric)
          WHERE w.version IS NULL AND r.superseded_at IS NULL AND r.as_of_on BETWEEN ${range.fromOn} AND ${range.toOn})
        SELECT DISTINCT ON (metric, ${bucket}) metric, "on", value::float8 FROM points
        ORDER BY metric, ${bucket}, "on" DESC`,
  );
  for (const row of found) series.get(row.metric)?.push({ on: row.on, value: row.value });
  return series;
}

/** Measures every live metric at the instant and stores it under its local day; run again it replaces itself. */
export async function storePoints(
  tx: Tx,
  registry: MetricRegistry,
  moment: { asOf: Temporal.Instant; zone: string },
): Promise<number> {
  const on = localDate(moment.asOf, moment.zone).toString();
  for (const metric of registry.list()) {
    const { value, reason } = await metric.measure(tx, { ...moment, bind: {} });
    await tx.execute(
      sql`INSERT INTO kernel.metric_point (metric, version, "on", value, reason, measured_at)
          VALUES (${metric.key}, ${metric.version}, ${on}, ${value}, ${value === null ? (reason ?? "Not known") : null},
                  ${moment.asOf.toString()})
          ON CONFLICT (metric, version, bind, "on") DO UPDATE
            SET value = excluded.value, reason = excluded.reason, measured_at = excluded.measured_at`,
    );
  }
  return registry.list().length;
}
