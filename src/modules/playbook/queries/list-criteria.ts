import type { z } from "zod";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { CriterionList, ListCriteria } from "#modules/playbook/contract/scorecard.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { searchPattern } from "#modules/playbook/queries/search-pattern.ts";

type Filter = z.output<typeof ListCriteria>;
type Row = z.output<typeof CriterionList>["criteria"][number] & { position: number };

const DECIDED_BY = sql`CASE WHEN t.id IS NOT NULL THEN 'number' WHEN n.completes_id IS NOT NULL THEN 'proof'
  ELSE 'person' END`;

const where = (planId: string, { kind, phaseId, workPackageId, state, decidedBy, search }: Filter) => sql`
  n.plan_id = ${planId} AND n.removed_at IS NULL
  ${kind ? sql`AND n.kind = ${kind}` : sql`AND n.kind IN ('criterion', 'kpi')`}
  ${phaseId ? sql`AND n.phase_id = ${phaseId}` : sql``}
  ${workPackageId ? sql`AND n.work_package_id = ${workPackageId}` : sql``}
  ${state ? sql`AND coalesce(s.state, 'unknown') = ${state}` : sql``}
  ${decidedBy ? sql`AND ${DECIDED_BY} = ${decidedBy}` : sql``}
  ${search ? sql`AND n.text ILIKE ${searchPattern(search)}` : sql``}`;

export const listCriteria = defineQuery({
  name: "playbook.list_criteria",
  title: "List success criteria and KPIs with their state",
  http: "GET /playbook/criteria",
  access: "playbook:read",
  input: ListCriteria,
  output: CriterionList,
  run: async ({ db, input }) => {
    const plan = await getActivePlan(db);
    const from = sql`FROM playbook.node n LEFT JOIN playbook.criterion_status s ON s.node_id = n.id
      LEFT JOIN playbook.target t ON t.node_id = n.id AND t.removed_at IS NULL`;
    const [count, found] = await Promise.all([
      firstRow<{ n: number }>(db, sql`SELECT count(*)::int AS n ${from} WHERE ${where(plan.id, input)}`),
      rows<Row>(
        db,
        sql`SELECT n.id AS "nodeId", n.kind, n.text, f.text AS phase, w.id AS "workPackageId", w.text AS "workPackage",
                   coalesce(s.state, 'unknown') AS state, coalesce(s.reason, 'Not judged yet') AS reason,
                   coalesce(s.source, 'none') AS source, coalesce(n.due_on, w.due_on)::text AS "dueOn",
                   ${DECIDED_BY} AS "decidedBy", n.completes_id AS "completesId", c.id IS NOT NULL AS confirmed,
                   CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('by', p.name, 'at', c.confirmed_at, 'note', c.note)
                   END AS confirmation, n.position
            ${from}
            LEFT JOIN playbook.node f ON f.id = n.phase_id
            LEFT JOIN playbook.node w ON w.id = n.work_package_id
            LEFT JOIN playbook.confirmation c ON c.node_id = n.id AND c.withdrawn_at IS NULL
            LEFT JOIN auth.person p ON p.id = c.confirmed_by
            WHERE ${where(plan.id, input)} ${input.cursor ? sql`AND n.position > ${Number(input.cursor)}` : sql``}
            ORDER BY n.position LIMIT ${input.limit + 1}`,
      ),
    ]);
    const page = found.slice(0, input.limit);
    return {
      total: count?.n ?? 0,
      criteria: page,
      nextCursor: found.length > input.limit ? String(page.at(-1)?.position ?? "") : null,
    };
  },
});
