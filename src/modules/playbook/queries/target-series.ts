import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { MetricRegistry } from "#kernel/metrics/registry.ts";
import { metricSeries } from "#kernel/metrics/series.ts";
import type { CriterionSeries } from "#modules/playbook/contract/overview.ts";
import type { BandPoint } from "#modules/playbook/rules/forecast/types.ts";

type Series = z.output<typeof CriterionSeries>;

interface StoredForecast {
  p50: string | null;
  p85: string | null;
  chance: number | null;
  band?: BandPoint[];
  reason?: string;
}

/** Points and stored forecast as pages draw them; `ahead` limits the band to its first points. */
export function toSeries(
  points: { on: string; value: number | null }[],
  forecast: StoredForecast | null,
  ahead?: number,
): Series {
  const known = forecast !== null && forecast.reason === undefined;
  return {
    points,
    band: known ? (forecast.band ?? []).slice(0, ahead) : [],
    forecast: known ? { p50: forecast.p50, p85: forecast.p85, chance: forecast.chance } : null,
    forecastReason: forecast?.reason ?? null,
  };
}

/** Weekly series and forecast of several criteria: two queries. `weeks` looks back from `today`. */
export async function criterionSeries(
  db: Db,
  registry: MetricRegistry,
  targets: readonly { nodeId: string; metric: string | null }[],
  span: { today: string; weeks: number; ahead?: number },
): Promise<Map<string, Series>> {
  const ids = targets.map(({ nodeId }) => nodeId);
  const metrics = [...new Set(targets.flatMap(({ metric }) => metric ?? []))];
  const fromOn = Temporal.PlainDate.from(span.today).subtract({ weeks: span.weeks }).toString();
  const [forecasts, series] = await Promise.all([
    rows<{ id: string; forecast: StoredForecast | null }>(
      db,
      sql`SELECT node_id AS id, forecast FROM playbook.criterion_status
          WHERE node_id = ANY (${sql.param(ids)}::uuid[])`,
    ),
    metricSeries(db, registry, metrics, { fromOn, toOn: span.today, every: "week" }),
  ]);
  const stored = new Map(forecasts.map(({ id, forecast }) => [id, forecast]));
  return new Map(
    targets.map(({ nodeId, metric }) => [
      nodeId,
      toSeries(series.get(metric ?? "") ?? [], stored.get(nodeId) ?? null, span.ahead),
    ]),
  );
}
