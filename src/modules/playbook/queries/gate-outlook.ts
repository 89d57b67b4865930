import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { MetricRegistry } from "#kernel/metrics/registry.ts";
import { metricSeries } from "#kernel/metrics/series.ts";
import type { Gate } from "#modules/playbook/contract/gates.ts";
import type { OverviewCriterion } from "#modules/playbook/contract/overview.ts";
import type { BandPoint } from "#modules/playbook/rules/forecast/types.ts";

const WEEKS = 12;

interface DetailRow {
  nodeId: string;
  op: string | null;
  min: number | null;
  max: number | null;
  unit: string | null;
  currency: string | null;
  asOf: string | null;
  metAt: string | null;
  forecast: { p50: string | null; p85: string | null; chance: number | null; band?: BandPoint[]; reason?: string } | null;
}

const details = (db: Db, gateId: string) =>
  rows<DetailRow>(
    db,
    sql`SELECT gc.node_id AS "nodeId", t.op, t.min::float8 AS min, t.max::float8 AS max, t.unit, t.currency,
               s.as_of_on AS "asOf", s.met_at AS "metAt", s.forecast
        FROM playbook.gate_criterion gc
        LEFT JOIN playbook.target t ON t.node_id = gc.node_id AND t.removed_at IS NULL
        LEFT JOIN playbook.criterion_status s ON s.node_id = gc.node_id
        WHERE gc.gate_id = ${gateId} AND gc.removed_at IS NULL`,
  );

function seriesOf(detail: DetailRow | undefined, points: { on: string; value: number | null }[]) {
  const forecast = detail?.forecast ?? null;
  const known = forecast !== null && forecast.reason === undefined;
  return {
    points,
    band: known ? (forecast.band ?? []).slice(0, 13) : [],
    forecast: known ? { p50: forecast.p50, p85: forecast.p85, chance: forecast.chance } : null,
    forecastReason: forecast?.reason ?? null,
  };
}

/** A gate's criteria with twelve weeks of values and the forecast: two queries however many there are. */
export async function gateOutlook(
  db: Db,
  registry: MetricRegistry,
  gate: z.output<typeof Gate>,
  today: string,
): Promise<z.output<typeof OverviewCriterion>[]> {
  const metrics = [...new Set(gate.criteria.flatMap(({ metric }) => metric ?? []))];
  const fromOn = Temporal.PlainDate.from(today).subtract({ weeks: WEEKS }).toString();
  const [found, series] = await Promise.all([
    details(db, gate.gateId),
    metricSeries(db, registry, metrics, { fromOn, toOn: today, every: "week" }),
  ]);
  const byNode = new Map(found.map((detail) => [detail.nodeId, detail]));
  return gate.criteria.map((criterion) => {
    const detail = byNode.get(criterion.nodeId);
    return {
      ...criterion,
      op: detail?.op ?? null,
      min: detail?.min ?? null,
      max: detail?.max ?? null,
      unit: detail?.unit ?? null,
      currency: detail?.currency ?? null,
      asOf: detail?.asOf ?? null,
      metAt: detail?.metAt ? Temporal.Instant.from(detail.metAt).toString() : null,
      series: seriesOf(detail, series.get(criterion.metric ?? "") ?? []),
    };
  });
}
