import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListRisks, RiskPage } from "#modules/playbook/contract/risks.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { readCursor, toPage } from "#modules/playbook/queries/paging.ts";
import { presentRisks } from "#modules/playbook/queries/present-risk.ts";
import { riskRows } from "#modules/playbook/queries/risk-rows.ts";
import { searchPattern } from "#modules/playbook/queries/search-pattern.ts";

const BANDS = { low: [1, 4], moderate: [5, 9], high: [10, 16], critical: [17, 25] } as const;

type Page = z.output<typeof RiskPage>;

const count = (db: Db, planId: string) =>
  firstRow<Page["counts"]>(
    db,
    sql`SELECT count(*)::int AS open, count(*) FILTER (WHERE n.owner_id IS NULL)::int AS unowned,
               count(*) FILTER (WHERE r.probability IS NULL OR r.impact IS NULL)::int AS unrated,
               count(*) FILTER (WHERE r.triggered_at IS NOT NULL)::int AS triggered
        FROM playbook.node n LEFT JOIN playbook.risk r ON r.node_id = n.id
        WHERE n.plan_id = ${planId} AND n.kind = 'risk' AND n.removed_at IS NULL
          AND coalesce(r.status, 'open') = 'open'`,
  );

const mitigations = (db: Db, planId: string) =>
  rows<Page["mitigations"][number]>(
    db,
    sql`SELECT id, kind, text FROM playbook.node
        WHERE plan_id = ${planId} AND kind = 'mitigation' AND removed_at IS NULL ORDER BY position`,
  );

function narrowed({ status, band, unowned, search, cursor }: z.output<typeof ListRisks>) {
  const after = readCursor(cursor);
  const [score = "0", position = "0"] = after?.key.split("|") ?? [];
  return sql.join(
    [
      status ? sql`AND coalesce(r.status, 'open') = ${status}` : sql``,
      band ? sql`AND r.probability * r.impact BETWEEN ${BANDS[band][0]} AND ${BANDS[band][1]}` : sql``,
      unowned === undefined ? sql`` : unowned ? sql`AND n.owner_id IS NULL` : sql`AND n.owner_id IS NOT NULL`,
      search ? sql`AND n.text ILIKE ${searchPattern(search)}` : sql``,
      after
        ? sql`AND (-coalesce(r.probability * r.impact, 26), n.position, n.id)
                > (${-Number(score)}::int, ${Number(position)}::int, ${after.id}::uuid)`
        : sql``,
    ],
    sql` `,
  );
}

/** Risks, unrated first, then by falling score. `counts` are of all open ones. */
export const listRisks = defineQuery({
  name: "playbook.list_risks",
  title: "List risks with owner, score, response and trigger",
  http: "GET /playbook/risks",
  access: "playbook:read",
  input: ListRisks,
  output: RiskPage,
  run: async ({ db, input, metrics, now, company }) => {
    const plan = await getActivePlan(db);
    const { zone } = await company();
    const found = await riskRows(db, { where: narrowed(input), limit: input.limit + 1 });
    const { items, nextCursor } = toPage(found, input.limit, ({ score, position, id }) => ({
      key: `${score ?? 26}|${position}`,
      id,
    }));
    const counts = await count(db, plan.id);
    return {
      risks: await presentRisks(db, items, { metrics, asOf: now, zone, currency: plan.currency }),
      mitigations: await mitigations(db, plan.id),
      counts: counts ?? { open: 0, unowned: 0, unrated: 0, triggered: 0 },
      nextCursor,
    };
  },
});
