import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { DeliverablePage, ListDeliverables } from "#modules/playbook/contract/evidence.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { isoAt, nodeRef, personRef } from "#modules/playbook/queries/fragments.ts";
import { readSortedCursor, toPage } from "#modules/playbook/queries/paging.ts";
import { searchPattern } from "#modules/playbook/queries/search-pattern.ts";

type Row = z.output<typeof DeliverablePage>["deliverables"][number] & { sortKey: string };

const bindingCount = (what: ReturnType<typeof sql>) =>
  sql`(SELECT count(*)::int FROM playbook.evidence_binding b
       WHERE b.deliverable_id = n.id AND b.removed_at IS NULL AND ${what})`;

const ASKED = sql`NOT b.suggested AND NOT b.brought`;

const STANDINGS = {
  proved: sql`AND s.proved`,
  open: sql`AND s.proved IS NOT TRUE`,
  reopened: sql`AND s.proved IS NOT TRUE AND s.reopened_at IS NOT NULL`,
  nothing_asked: sql`AND s.proved IS NOT TRUE AND NOT EXISTS (
    SELECT 1 FROM playbook.evidence_binding b WHERE b.deliverable_id = n.id AND b.removed_at IS NULL AND ${ASKED})`,
} as const;

// What rows are sorted by, as text that a cursor holds and its type in the database.
const SORTS = {
  plan: { key: sql`n.position`, type: sql`int` },
  text: { key: sql`left(lower(n.text), 120)`, type: sql`text` },
  due: { key: sql`coalesce(n.due_on, w.ends_on - 1, 'infinity')`, type: sql`date` },
  owner: {
    key: sql`coalesce((SELECT left(lower(o.name), 120) FROM auth.person o WHERE o.id = n.owner_id), '\uffff')`,
    type: sql`text`,
  },
} as const;

const fromWhere = (planId: string, input: z.output<typeof ListDeliverables>) =>
  sql`FROM playbook.node n LEFT JOIN playbook.deliverable_status s ON s.node_id = n.id
      LEFT JOIN playbook.node w ON w.id = n.work_package_id
      WHERE n.plan_id = ${planId} AND n.kind = 'deliverable' AND n.removed_at IS NULL
        ${input.ownerId ? sql`AND n.owner_id = ${input.ownerId}` : sql``}
        ${input.workPackageId ? sql`AND n.work_package_id = ${input.workPackageId}` : sql``}
        ${input.phaseId ? sql`AND n.phase_id = ${input.phaseId}` : sql``}
        ${input.search ? sql`AND n.text ILIKE ${searchPattern(input.search)}` : sql``}`;

const count = (db: Db, planId: string, input: z.output<typeof ListDeliverables>) =>
  firstRow<{ total: number; proved: number; reopened: number }>(
    db,
    sql`SELECT count(*)::int AS total, count(*) FILTER (WHERE s.proved)::int AS proved,
               count(*) FILTER (WHERE s.proved IS NOT TRUE AND s.reopened_at IS NOT NULL)::int AS reopened
        ${fromWhere(planId, input)}`,
  );

/** Deliverables, in the order of the plan unless sorted otherwise, with how they stand. `counts` are before `standing` and the page. */
export const listDeliverables = defineQuery({
  name: "playbook.list_deliverables",
  title: "List deliverables and whether they are proved",
  http: "GET /playbook/deliverables",
  access: "playbook:read",
  input: ListDeliverables,
  output: DeliverablePage,
  run: async ({ db, input }) => {
    const plan = await getActivePlan(db);
    const after = readSortedCursor(input.cursor, input.sort);
    const { key, type } = SORTS[input.sort];
    const [way, beyond] = input.direction === "asc" ? [sql`ASC`, sql`>`] : [sql`DESC`, sql`<`];
    const found = await rows<Row>(
      db,
      sql`SELECT n.id, n.text, (${key})::text AS "sortKey", ${nodeRef(sql`n.work_package_id`)} AS "workPackage",
                 ${personRef(sql`n.owner_id`)} AS owner, coalesce(n.due_on, w.ends_on - 1) AS "dueOn",
                 coalesce(s.proved, false) AS proved, ${isoAt(sql`s.proved_at`)} AS "provedAt",
                 ${isoAt(sql`s.reopened_at`)} AS "reopenedAt", coalesce(s.reason, 'Nothing proves it yet') AS reason,
                 ${bindingCount(ASKED)} AS asked, ${bindingCount(sql`b.suggested`)} AS suggested,
                 (SELECT count(*)::int FROM playbook.evidence_use u JOIN playbook.evidence_item i ON i.id = u.item_id
                  WHERE u.deliverable_id = n.id AND i.withdrawn_at IS NULL) AS items
          ${fromWhere(plan.id, input)} ${input.standing ? STANDINGS[input.standing] : sql``}
          ${after ? sql`AND (${key}, n.id) ${beyond} (${after.key}::${type}, ${after.id}::uuid)` : sql``}
          ORDER BY ${key} ${way}, n.id ${way} LIMIT ${input.limit + 1}`,
    );
    const { items, nextCursor } = toPage(found, input.limit, ({ sortKey, id }) => ({
      key: `${input.sort}:${sortKey}`,
      id,
    }));
    const counts = await count(db, plan.id, input);
    return { deliverables: items, nextCursor, counts: counts ?? { total: 0, proved: 0, reopened: 0 } };
  },
});
