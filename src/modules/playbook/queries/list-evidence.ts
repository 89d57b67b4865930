import { sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { EvidencePage, ListEvidence } from "#modules/playbook/contract/evidence.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { evidenceItems } from "#modules/playbook/queries/evidence-items.ts";
import { readCursor, toPage } from "#modules/playbook/queries/paging.ts";
import { searchPattern } from "#modules/playbook/queries/search-pattern.ts";

/** Pieces of evidence people brought, newest first. */
export const listEvidence = defineQuery({
  name: "playbook.list_evidence",
  title: "List the files, links and notes that people brought as evidence",
  http: "GET /playbook/evidence",
  access: "playbook:read",
  input: ListEvidence,
  output: EvidencePage,
  run: async ({ db, input }) => {
    const plan = await getActivePlan(db);
    const { kind, deliverableId, search, includeWithdrawn, limit } = input;
    const after = readCursor(input.cursor);
    const where = sql.join(
      [
        sql`i.plan_id = ${plan.id}`,
        kind ? sql`AND i.kind = ${kind}` : sql``,
        deliverableId
          ? sql`AND i.id IN (SELECT item_id FROM playbook.evidence_use WHERE deliverable_id = ${deliverableId})`
          : sql``,
        search ? sql`AND concat_ws(' ', i.title, i.url, i.body) ILIKE ${searchPattern(search)}` : sql``,
        includeWithdrawn ? sql`` : sql`AND i.withdrawn_at IS NULL`,
        after ? sql`AND (i.created_at, i.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``,
      ],
      sql` `,
    );
    const found = await evidenceItems(db, { where, limit: limit + 1 });
    return toPage(found, limit, ({ addedAt, id }) => ({ key: addedAt, id }));
  },
});
