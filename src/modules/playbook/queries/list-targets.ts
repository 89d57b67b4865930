import type { z } from "zod";
import { localDate } from "#kernel/clock.ts";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListTargets, TargetList } from "#modules/playbook/contract/scorecard.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { searchPattern } from "#modules/playbook/queries/search-pattern.ts";
import { targetStatuses } from "#modules/playbook/queries/target-status.ts";
import { criterionSeries, toSeries } from "#modules/playbook/queries/target-series.ts";

type Filter = z.output<typeof ListTargets>;
const WEEKS = 12;

const narrows = ({ phaseId, search }: Filter) => sql`
  ${phaseId ? sql`AND n.phase_id = ${phaseId}` : sql``}
  ${search ? sql`AND (n.text ILIKE ${searchPattern(search)} OR t.metric ILIKE ${searchPattern(search)})` : sql``}`;

/** Targets of removed lines are removed with them, so the nodes are asked only when something narrows by them. */
const countByState = (db: Db, planId: string, filter: Filter) =>
  rows<{ state: string; n: number }>(
    db,
    sql`SELECT coalesce(s.state, 'unknown') AS state, count(*)::int AS n FROM playbook.target t
        ${filter.phaseId || filter.search ? sql`JOIN playbook.node n ON n.id = t.node_id` : sql``}
        LEFT JOIN playbook.criterion_status s ON s.node_id = t.node_id
        WHERE t.plan_id = ${planId} AND t.removed_at IS NULL ${narrows(filter)} GROUP BY 1`,
  );

const pageOf = (db: Db, planId: string, filter: Filter) =>
  rows<{ id: string; position: number }>(
    db,
    sql`SELECT t.node_id AS id, n.position FROM playbook.node n
        JOIN playbook.target t ON t.node_id = n.id AND t.removed_at IS NULL
        LEFT JOIN playbook.criterion_status s ON s.node_id = t.node_id
        WHERE n.plan_id = ${planId} AND n.removed_at IS NULL AND n.kind IN ('criterion', 'kpi') ${narrows(filter)}
          ${filter.state ? sql`AND coalesce(s.state, 'unknown') = ${filter.state}` : sql``}
          ${filter.cursor ? sql`AND n.position > ${Number(filter.cursor)}` : sql``}
        ORDER BY n.position LIMIT ${filter.limit + 1}`,
  );

export const listTargets = defineQuery({
  name: "playbook.list_targets",
  title: "List the numbers to reach with their series and forecasts",
  http: "GET /playbook/targets",
  access: "playbook:read",
  input: ListTargets,
  output: TargetList,
  run: async (context) => {
    const { db, input, now, metrics } = context;
    const plan = await getActivePlan(db);
    const today = localDate(now, (await context.company()).zone).toString();
    const [counts, found] = await Promise.all([countByState(db, plan.id, input), pageOf(db, plan.id, input)]);
    const page = found.slice(0, input.limit);
    const statuses = await targetStatuses(
      db,
      plan.id,
      page.map(({ id }) => id),
    );
    const series = await criterionSeries(db, metrics, statuses, { today, weeks: WEEKS, ahead: WEEKS });
    const byState = Object.fromEntries(counts.map(({ state, n }) => [state, n]));
    return {
      asOf: today,
      total: input.state ? (byState[input.state] ?? 0) : counts.reduce((sum, { n }) => sum + n, 0),
      byState,
      targets: statuses.map((status) => ({
        ...status,
        series: series.get(status.nodeId) ?? toSeries([], null),
      })),
      nextCursor: found.length > input.limit ? String(page.at(-1)?.position ?? "") : null,
    };
  },
});
