import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { MetricRegistry } from "#kernel/metrics/registry.ts";
import type { Gate } from "#modules/playbook/contract/gates.ts";
import type { OverviewCriterion } from "#modules/playbook/contract/overview.ts";
import { criterionSeries, toSeries } from "#modules/playbook/queries/target-series.ts";

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
}

const details = (db: Db, gateId: string) =>
  rows<DetailRow>(
    db,
    sql`SELECT gc.node_id AS "nodeId", t.op, t.min::float8 AS min, t.max::float8 AS max, t.unit, t.currency,
               s.as_of_on AS "asOf", s.met_at AS "metAt"
        FROM playbook.gate_criterion gc
        LEFT JOIN playbook.target t ON t.node_id = gc.node_id AND t.removed_at IS NULL
        LEFT JOIN playbook.criterion_status s ON s.node_id = gc.node_id
        WHERE gc.gate_id = ${gateId} AND gc.removed_at IS NULL`,
  );

/** A gate's criteria with twelve weeks of values and the forecast: three queries however many there are. */
export async function gateOutlook(
  db: Db,
  registry: MetricRegistry,
  gate: z.output<typeof Gate>,
  today: string,
): Promise<z.output<typeof OverviewCriterion>[]> {
  const [found, series] = await Promise.all([
    details(db, gate.gateId),
    criterionSeries(db, registry, gate.criteria, { today, weeks: WEEKS, ahead: WEEKS }),
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
      series: series.get(criterion.nodeId) ?? toSeries([], null),
    };
  });
}
