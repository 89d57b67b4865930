import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { EvidenceRow } from "#kernel/evidence/registry.ts";
import { idList } from "#modules/playbook/queries/bindings.ts";

/** Things brought to one deliverable, of one kind; `rows` holds at most as many as were asked for. */
export interface BroughtEvidence {
  deliverableId: string;
  kind: string;
  count: number;
  rows: EvidenceRow[];
}

/** Files, links and notes that stand for deliverables, newest first, in one query for all of them. */
export const broughtEvidence = (
  db: Db,
  { deliverableIds, limit }: { deliverableIds: readonly string[]; limit: number },
): Promise<BroughtEvidence[]> =>
  rows<BroughtEvidence>(
    db,
    sql`SELECT deliverable_id AS "deliverableId", 'playbook.' || kind AS kind, count(*) AS count,
               jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', id, 'label', title, 'href', url,
                 'detail', 'signed by ' || signed_name)) ORDER BY place) FILTER (WHERE place <= ${limit}) AS rows
        FROM (SELECT u.deliverable_id, i.kind, i.id, i.title, i.url, i.signed_name,
                     row_number() OVER (PARTITION BY u.deliverable_id, i.kind ORDER BY i.created_at DESC, i.id) AS place
              FROM playbook.evidence_use u JOIN playbook.evidence_item i ON i.id = u.item_id
              WHERE i.withdrawn_at IS NULL
                AND u.deliverable_id IN ${idList(deliverableIds)}) placed
        GROUP BY deliverable_id, kind`,
  );
