import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import type { NodeRow } from "#modules/playbook/commands/import/node-rows.ts";

/**
 * Writes all nodes of an import in one statement. A node that was there keeps its id, owner and, as long as its place
 * in the source did not move, its days: work that was rescheduled stays where it was put.
 */
export async function writeNodes(
  tx: Tx,
  planId: string,
  nodes: readonly NodeRow[],
  options: { now: string; startMoved: boolean },
): Promise<void> {
  await tx.execute(
    sql`INSERT INTO playbook.node AS n (id, plan_id, kind, path, parent_id, phase_id, work_package_id, position, text,
          label, "group", line_from, line_to, span, due, source_state, completes_id, owner_hint, notes, implicit,
          facts, starts_on, ends_on, due_on, added_at)
        SELECT id, ${planId}, kind, path, parent_id, phase_id, work_package_id, position, text, label, "group",
               line_from, line_to, span, due, source_state, completes_id, owner_hint, notes, implicit,
               facts, starts_on, ends_on, due_on, ${options.now}
        FROM jsonb_to_recordset(${JSON.stringify(nodes)}::jsonb) AS r (
          id uuid, kind text, path text, parent_id uuid, phase_id uuid, work_package_id uuid, position int, text text,
          label text, "group" text, line_from int, line_to int, span jsonb, due jsonb, source_state text,
          completes_id uuid, owner_hint text, notes text, implicit boolean, facts jsonb, starts_on date, ends_on date, due_on date)
        ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, path = excluded.path, parent_id = excluded.parent_id,
          phase_id = excluded.phase_id, work_package_id = excluded.work_package_id, position = excluded.position,
          text = excluded.text, label = excluded.label, "group" = excluded."group", line_from = excluded.line_from,
          line_to = excluded.line_to, source_state = excluded.source_state, completes_id = excluded.completes_id,
          owner_hint = excluded.owner_hint, notes = excluded.notes, implicit = excluded.implicit, facts = excluded.facts,
          span = excluded.span, due = excluded.due,
          starts_on = CASE WHEN ${options.startMoved} OR n.span IS DISTINCT FROM excluded.span THEN excluded.starts_on ELSE n.starts_on END,
          ends_on = CASE WHEN ${options.startMoved} OR n.span IS DISTINCT FROM excluded.span THEN excluded.ends_on ELSE n.ends_on END,
          due_on = CASE WHEN ${options.startMoved} OR n.span IS DISTINCT FROM excluded.span OR n.due IS DISTINCT FROM excluded.due
                        THEN excluded.due_on ELSE n.due_on END`,
  );
}

/** Marks nodes that the source no longer has; their history stays. */
export async function removeNodes(tx: Tx, nodeIds: readonly string[], now: string): Promise<void> {
  if (nodeIds.length === 0) return;
  await tx.execute(sql`UPDATE playbook.node SET removed_at = ${now} WHERE id IN ${nodeIds}`);
  await tx.execute(
    sql`UPDATE playbook.target SET removed_at = ${now} WHERE node_id IN ${nodeIds} AND removed_at IS NULL`,
  );
  await tx.execute(
    sql`UPDATE playbook.question SET withdrawn_at = ${now}
        WHERE node_id IN ${nodeIds} AND answered_at IS NULL AND withdrawn_at IS NULL`,
  );
}
