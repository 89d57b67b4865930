import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { isoAt, personRef } from "#modules/playbook/queries/fragments.ts";

interface Ref {
  id: string;
  kind: string;
  text: string;
}

/** A deliverable with where it stands in the plan. Days are local to the company, `dueOn` the last in time. */
export interface DeliverableRow {
  id: string;
  planId: string;
  text: string;
  notes: string | null;
  within: Ref[];
  owner: { id: string; name: string } | null;
  ownerHint: string | null;
  startsOn: string | null;
  endsOn: string | null;
  dueOn: string | null;
  lines: [number, number];
  proved: boolean;
  provedAt: string | null;
  reopenedAt: string | null;
  reason: string | null;
  criteria: Ref[];
  proofChanges: { at: string; proved: boolean; reason: string }[];
}

/** One deliverable of the plan. Errors: `playbook.node_not_found`. */
export async function getDeliverableRow(db: Db, deliverableId: string): Promise<DeliverableRow> {
  const row = await firstRow<DeliverableRow>(
    db,
    sql`SELECT n.id, n.plan_id AS "planId", n.text, n.notes, ${personRef(sql`n.owner_id`)} AS owner,
               n.owner_hint AS "ownerHint", coalesce(n.starts_on, w.starts_on) AS "startsOn",
               w.ends_on AS "endsOn", coalesce(n.due_on, w.ends_on - 1) AS "dueOn",
               jsonb_build_array(n.line_from, n.line_to) AS lines,
               coalesce(s.proved, false) AS proved, ${isoAt(sql`s.proved_at`)} AS "provedAt",
               ${isoAt(sql`s.reopened_at`)} AS "reopenedAt", s.reason,
               (WITH RECURSIVE above AS (
                  SELECT p.*, 1 AS height FROM playbook.node p WHERE p.id = n.parent_id
                  UNION ALL
                  SELECT p.*, height + 1 FROM above JOIN playbook.node p ON p.id = above.parent_id)
                SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'text', text)
                         ORDER BY height DESC), '[]') FROM above WHERE NOT implicit) AS within,
               (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'text', c.text)
                         ORDER BY c.position), '[]')
                FROM playbook.node c WHERE c.completes_id = n.id AND c.removed_at IS NULL) AS criteria,
               (SELECT coalesce(jsonb_agg(jsonb_build_object('at', c.at, 'proved', c.proved, 'reason', c.reason)
                         ORDER BY c.at DESC, c.id DESC), '[]')
                FROM playbook.proof_change c WHERE c.node_id = n.id) AS "proofChanges"
        FROM playbook.node n
        LEFT JOIN playbook.node w ON w.id = n.work_package_id
        LEFT JOIN playbook.deliverable_status s ON s.node_id = n.id
        WHERE n.id = ${deliverableId} AND n.kind = 'deliverable' AND n.removed_at IS NULL`,
  );
  if (!row)
    throw refuse(
      "not_found",
      "playbook.node_not_found",
      "This deliverable is not part of the plan any more.",
    );
  return row;
}
