import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, type sql as SqlTag, sql } from "#kernel/db/sql.ts";
import type { EvidenceItem } from "#modules/playbook/contract/evidence.ts";
import { isoAt, personRef } from "#modules/playbook/queries/fragments.ts";

/** A piece of evidence as it is shown. */
export type EvidenceItemRow = z.output<typeof EvidenceItem>;

interface ItemSearch {
  where: ReturnType<typeof SqlTag>;
  limit: number;
  /** Of `i` alone; newest first unless given. */
  order?: ReturnType<typeof SqlTag>;
}

/** Pieces of evidence with who brought them, newest first unless ordered otherwise; `where` speaks of `i` (item) alone. */
export const evidenceItems = (
  db: Db,
  { where, limit, order = sql`i.created_at DESC, i.id DESC` }: ItemSearch,
): Promise<EvidenceItemRow[]> =>
  rows<EvidenceItemRow>(
    db,
    sql`SELECT i.id, i.kind, i.title, i.url, i.body, i.signed_name AS "signedName",
               ${isoAt(sql`i.created_at`)} AS "addedAt", ${personRef(sql`i.created_by`)} AS "addedBy",
               (SELECT jsonb_build_object('id', f.id, 'name', f.name, 'bytes', f.bytes, 'mediaType', f.media_type)
                FROM kernel.file f WHERE f.id = i.file_id) AS file,
               CASE WHEN i.withdrawn_at IS NOT NULL THEN jsonb_build_object('at', i.withdrawn_at,
                 'by', ${personRef(sql`i.withdrawn_by`)}, 'reason', i.withdrawn_reason) END AS withdrawn,
               (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'kind', d.kind, 'text', d.text)
                         ORDER BY d.position), '[]')
                FROM playbook.evidence_use u JOIN playbook.node d ON d.id = u.deliverable_id
                WHERE u.item_id = i.id) AS deliverables
        FROM playbook.evidence_item i WHERE ${where}
        ORDER BY ${order} LIMIT ${limit}`,
  );
