import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { TargetStatus } from "#modules/playbook/contract/status.ts";

type Row = Omit<z.output<typeof TargetStatus>, "forecast" | "forecastReason" | "source"> & {
  source: string;
  forecastFull: { p50: string | null; p85: string | null; chance: number | null; reason?: string } | null;
};

/** Every number of the plan as last judged, in the order of the plan: one query. */
export async function targetStatuses(
  db: Db,
  planId: string,
  nodeIds?: readonly string[],
): Promise<z.output<typeof TargetStatus>[]> {
  const found = await rows<Row>(
    db,
    sql`SELECT t.node_id AS "nodeId", t.line, t.metric, n.text AS label, t.raw, t.op, s.value::float8 AS value,
               coalesce(s.reason, 'Not judged yet') AS reason, t.min::float8 AS min, t.max::float8 AS max, t.unit,
               t.currency, f.text AS phase, coalesce(s.state, 'unknown') AS state,
               coalesce(t.due_on, n.due_on)::text AS due, s.as_of_on AS "asOf", s.forecast - 'band' AS "forecastFull",
               coalesce(s.source, 'none') AS source
        FROM playbook.target t
        JOIN playbook.node n ON n.id = t.node_id AND n.removed_at IS NULL
        LEFT JOIN playbook.node f ON f.id = n.phase_id
        LEFT JOIN playbook.criterion_status s ON s.node_id = t.node_id
        WHERE t.plan_id = ${planId} AND t.removed_at IS NULL
          ${nodeIds ? sql`AND t.node_id = ANY (${sql.param([...nodeIds])}::uuid[])` : sql``}
        ORDER BY n.position`,
  );
  return found.map(({ forecastFull, source, ...row }) => ({
    ...row,
    source: source === "live" || source === "reported" ? source : "none",
    forecast:
      forecastFull && forecastFull.reason === undefined
        ? { p50: forecastFull.p50, p85: forecastFull.p85, chance: forecastFull.chance }
        : null,
    forecastReason: forecastFull?.reason ?? null,
  }));
}
