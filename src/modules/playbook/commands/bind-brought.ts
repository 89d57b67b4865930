import { type Actor, actorPersonId } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";

interface Brought {
  itemId: string;
  kind: string;
  deliverableIds: readonly string[];
  now: Temporal.Instant;
  actor: Actor;
}

/** Joins a piece of evidence to deliverables; where its kind was neither asked for nor brought before, it counts now. */
export async function bindBrought(
  tx: Tx,
  { itemId, kind, deliverableIds, now, actor }: Brought,
): Promise<void> {
  const uses = deliverableIds.map((deliverableId) => ({
    deliverable_id: deliverableId,
    binding_id: newId(),
  }));
  await tx.execute(
    sql`WITH used AS (
          SELECT * FROM jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) AS j (deliverable_id uuid, binding_id uuid)),
        joined AS (
          INSERT INTO playbook.evidence_use (item_id, deliverable_id) SELECT ${itemId}::uuid, deliverable_id FROM used)
        INSERT INTO playbook.evidence_binding (id, deliverable_id, kind, filter, brought, created_at, created_by)
        SELECT binding_id, deliverable_id, ${kind}, jsonb_build_object('deliverableId', deliverable_id), true,
               ${now.toString()}::timestamptz, ${actorPersonId(actor)}::uuid FROM used
        ON CONFLICT (deliverable_id, kind, filter) WHERE removed_at IS NULL DO NOTHING`,
  );
}
