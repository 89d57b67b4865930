import { actorPersonId } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { judgeDeliverables, lockDeliverables } from "#modules/playbook/commands/judge-deliverables.ts";
import { WithdrawEvidence, WithdrawnEvidence } from "#modules/playbook/contract/evidence.ts";
import { EvidenceWithdrawn } from "#modules/playbook/events/evidence.ts";
import { canWithdrawEvidence } from "#modules/playbook/policy.ts";

interface Item {
  id: string;
  planId: string;
  title: string;
  createdBy: string | null;
  withdrawn: boolean;
  deliverableIds: string[];
}

/** Locks the deliverables first, as everybody does who changes their evidence, then the item. */
async function lockItem(tx: Tx, itemId: string): Promise<Item> {
  const uses = await rows<{ id: string }>(
    tx,
    sql`SELECT deliverable_id AS id FROM playbook.evidence_use WHERE item_id = ${itemId}`,
  );
  const deliverableIds = uses.map(({ id }) => id);
  await lockDeliverables(tx, deliverableIds);
  const item = await firstRow<Omit<Item, "deliverableIds">>(
    tx,
    sql`SELECT id, plan_id AS "planId", title, created_by AS "createdBy", withdrawn_at IS NOT NULL AS withdrawn
        FROM playbook.evidence_item WHERE id = ${itemId} FOR UPDATE`,
  );
  if (!item) throw refuse("not_found", "playbook.evidence_not_found", "This evidence is not here.");
  return { ...item, deliverableIds };
}

/**
 * Takes evidence back. It stays visible with the reason and proves nothing any more; deliverables that stood on it
 * reopen. Errors: `playbook.evidence_not_found`, `playbook.evidence_withdrawn_already`.
 */
export const withdrawEvidence = defineCommand({
  name: "playbook.withdraw_evidence",
  title: "Withdraw a piece of evidence",
  http: "POST /playbook/evidence/:itemId/withdrawal",
  access: "playbook:report",
  input: WithdrawEvidence,
  output: WithdrawnEvidence,
  load: (tx, { itemId }) => lockItem(tx, itemId),
  allow: canWithdrawEvidence,
  run: async (context, item) => {
    const { tx, input, now, actor, emit } = context;
    if (item.withdrawn)
      throw refuse("conflict", "playbook.evidence_withdrawn_already", "This evidence was withdrawn before.");
    await tx.execute(
      sql`UPDATE playbook.evidence_item SET withdrawn_at = ${now.toString()}, withdrawn_by = ${actorPersonId(actor)},
            withdrawn_reason = ${input.reason} WHERE id = ${item.id}`,
    );
    const { id: itemId, planId, title, deliverableIds } = item;
    await emit(EvidenceWithdrawn, { itemId, planId, title, reason: input.reason });
    const how = `was withdrawn (${input.reason.replace(/\.$/, "")})`;
    const deliverables = await judgeDeliverables(context, { planId, deliverableIds }, how);
    return { itemId, deliverables };
  },
});
