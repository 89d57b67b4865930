import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { BROUGHT_KINDS } from "#modules/playbook/evidence.ts";
import { suggestBinding } from "#modules/playbook/rules/evidence/suggest-binding.ts";

/** A deliverable that an import brought. */
export interface NewDeliverable {
  id: string;
  text: string;
}

/**
 * Stores what could prove new deliverables, as suggestions: they ask for nothing until a person confirms them, and
 * wait where no module shows their kind yet. For imports; judge the deliverables after.
 */
export async function suggestBindings(
  tx: Tx,
  deliverables: readonly NewDeliverable[],
  now: Temporal.Instant,
): Promise<void> {
  const suggestions = deliverables.map(({ id, text }) => {
    const { kind, filter, minCount } = suggestBinding(text);
    const own = BROUGHT_KINDS.some((brought) => brought === kind);
    return {
      id: newId(),
      deliverable_id: id,
      kind,
      filter: own ? { deliverableId: id } : filter,
      min_count: minCount,
    };
  });
  await tx.execute(
    sql`INSERT INTO playbook.evidence_binding (id, deliverable_id, kind, filter, min_count, suggested, created_at)
        SELECT id, deliverable_id, kind, filter, min_count, true, ${now.toString()}::timestamptz
        FROM jsonb_to_recordset(${JSON.stringify(suggestions)}::jsonb)
          AS j (id uuid, deliverable_id uuid, kind text, filter jsonb, min_count int)
        ON CONFLICT (deliverable_id, kind, filter) WHERE removed_at IS NULL DO NOTHING`,
  );
}
