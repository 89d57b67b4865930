import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListRisks, RiskPage } from "#modules/playbook/contract/risks.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { readCursor, toPage } from "#modules/playbook/queries/paging.ts";
import { presentRisks } from "#modules/playbook/queries/present-risk.ts";
import { countRisks, riskRows, risksAfter } from "#modules/playbook/queries/risk-rows.ts";
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

const MOVED_WITHIN = { hours: 7 * 24 } as const;

type Asked = z.output<typeof ListRisks>;

function narrowed(input: Asked, now: Temporal.Instant) {
  const { status, band, unowned, ownerId, unrated, probability, impact, moved, search } = input;
  const since = now.subtract(MOVED_WITHIN).toString();
  return sql.join(
    [
      status ? sql`AND coalesce(r.status, 'open') = ${status}` : sql``,
      band ? sql`AND r.probability * r.impact BETWEEN ${BANDS[band][0]} AND ${BANDS[band][1]}` : sql``,
      unowned === undefined ? sql`` : unowned ? sql`AND n.owner_id IS NULL` : sql`AND n.owner_id IS NOT NULL`,
      ownerId ? sql`AND n.owner_id = ${ownerId}` : sql``,
      unrated ? sql`AND (r.probability IS NULL OR r.impact IS NULL)` : sql``,
      probability ? sql`AND r.probability = ${probability}` : sql``,
      impact ? sql`AND r.impact = ${impact}` : sql``,
      moved ? sql`AND (r.triggered_at IS NOT NULL OR last.at > ${since})` : sql``,
      search ? sql`AND n.text ILIKE ${searchPattern(search)}` : sql``,
    ],
    sql` `,
  );
}

function startsAfter({ cursor, sort, direction }: Asked) {
  const after = readCursor(cursor);
  if (!after) return sql``;
  const [position = "0", ...key] = after.key.split("|");
  return risksAfter({ sort, direction }, { key: key.join("|"), position: Number(position), id: after.id });
}

/** Risks, unrated first, then by falling score unless sorted otherwise. `counts` are of all open ones. */
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
    const { sort, direction, limit } = input;
    const fitting = narrowed(input, now);
    const where = sql`${fitting} ${startsAfter(input)}`;
    const found = await riskRows(db, { where, limit: limit + 1, order: { sort, direction } });
    const { items, nextCursor } = toPage(found, limit, ({ sortKey, position, id }) => ({
      key: `${position}|${sortKey}`,
      id,
    }));
    const counts = await count(db, plan.id);
    return {
      risks: await presentRisks(db, items, { metrics, asOf: now, zone, currency: plan.currency }),
      mitigations: await mitigations(db, plan.id),
      counts: counts ?? { open: 0, unowned: 0, unrated: 0, triggered: 0 },
      total: await countRisks(db, fitting),
      nextCursor,
    };
  },
});
