import { localDate } from "#kernel/clock.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { MetricRow } from "#kernel/metrics/registry.ts";
import { metricValues } from "#kernel/metrics/values.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { GetMetricRows, MetricRows } from "#modules/playbook/contract/scorecard.ts";
import { usualMetric } from "#modules/playbook/rules/targets/usual-metrics.ts";

/** End of a local day, or now when that day is not over. */
function endOf(day: string | undefined, zone: string, now: Temporal.Instant): Temporal.Instant {
  if (!day) return now;
  const end = Temporal.PlainDate.from(day)
    .add({ days: 1 })
    .toZonedDateTime(zone)
    .toInstant()
    .subtract({ nanoseconds: 1 });
  return Temporal.Instant.compare(end, now) < 0 ? end : now;
}

export const getMetricRows = defineQuery({
  name: "playbook.get_metric_rows",
  title: "Open the rows behind a number",
  http: "GET /playbook/metrics/:metric/rows",
  access: "playbook:read",
  input: GetMetricRows,
  output: MetricRows,
  run: async (context) => {
    const { db, input, now, metrics } = context;
    const { metric, offset, limit } = input;
    const { zone, currency } = await context.company();
    const asOf = endOf(input.asOf, zone, now);
    const definition = metrics.find(metric);
    const measured = (await metricValues(db, metrics, [metric], { asOf, zone })).get(metric);
    const page = { asOf, zone, bind: {}, limit: limit + 1, offset };
    const found = definition?.rows
      ? await definition.rows(db, page)
      : await rows<MetricRow>(
          db,
          sql`SELECT r.id, r.value::float8 || ' on ' || r.as_of_on AS label,
                     'Reported by ' || coalesce(p.name, 'Cairn') || ', from ' || r.source AS detail
              FROM kernel.metric_report r LEFT JOIN auth.person p ON p.id = r.reported_by
              WHERE r.metric = ${metric} AND r.superseded_at IS NULL AND r.as_of_on <= ${localDate(asOf, zone).toString()}
              ORDER BY r.as_of_on DESC LIMIT ${limit + 1} OFFSET ${offset}`,
        );
    const unit = definition?.unit ?? usualMetric(metric)?.unit ?? null;
    return {
      metric,
      title: definition?.title ?? usualMetric(metric)?.title ?? null,
      meaning: definition?.meaning ?? null,
      asOf: localDate(asOf, zone).toString(),
      source: measured?.source ?? "none",
      unit,
      currency: unit === "money" ? currency : null,
      value: measured?.value ?? null,
      reason: measured?.reason ?? null,
      rows: found
        .slice(0, limit)
        .map((row) => ({ ...row, detail: row.detail ?? undefined, href: row.href ?? undefined })),
      nextOffset: found.length > limit ? offset + limit : null,
    };
  },
});
