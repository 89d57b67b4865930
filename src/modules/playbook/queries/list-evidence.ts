import { sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { EvidencePage, ListEvidence } from "#modules/playbook/contract/evidence.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { type EvidenceItemRow, evidenceItems } from "#modules/playbook/queries/evidence-items.ts";
import { readSortedCursor, toPage } from "#modules/playbook/queries/paging.ts";
import { searchPattern } from "#modules/playbook/queries/search-pattern.ts";

const SORTS = {
  added: {
    key: sql`i.created_at`,
    type: sql`timestamptz`,
    keyOf: ({ addedAt }: EvidenceItemRow) => addedAt,
  },
  title: { key: sql`i.title`, type: sql`text`, keyOf: ({ title }: EvidenceItemRow) => title },
} as const;

/** Pieces of evidence people brought, newest first unless sorted otherwise. */
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
    const after = readSortedCursor(input.cursor, input.sort);
    const { key, type, keyOf } = SORTS[input.sort];
    const [way, beyond] = input.direction === "asc" ? [sql`ASC`, sql`>`] : [sql`DESC`, sql`<`];
    const where = sql.join(
      [
        sql`i.plan_id = ${plan.id}`,
        kind ? sql`AND i.kind = ${kind}` : sql``,
        deliverableId
          ? sql`AND i.id IN (SELECT item_id FROM playbook.evidence_use WHERE deliverable_id = ${deliverableId})`
          : sql``,
        search ? sql`AND concat_ws(' ', i.title, i.url, i.body) ILIKE ${searchPattern(search)}` : sql``,
        includeWithdrawn ? sql`` : sql`AND i.withdrawn_at IS NULL`,
        after ? sql`AND (${key}, i.id) ${beyond} (${after.key}::${type}, ${after.id}::uuid)` : sql``,
      ],
      sql` `,
    );
    const found = await evidenceItems(db, {
      where,
      limit: limit + 1,
      order: sql`${key} ${way}, i.id ${way}`,
    });
    return toPage(found, limit, (item) => ({ key: `${input.sort}:${keyOf(item)}`, id: item.id }));
  },
});
