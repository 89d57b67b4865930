import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { judgeOne } from "#modules/playbook/commands/judge-one.ts";
import { ProofOutcome, UnbindEvidence } from "#modules/playbook/contract/evidence.ts";
import { EvidenceUnbound } from "#modules/playbook/events/evidence.ts";
import { lockPlanDeliverables } from "#modules/playbook/queries/lock-deliverables.ts";

interface Binding {
  id: string;
  deliverableId: string;
  kind: string;
  planId: string;
}

const missing = () => refuse("not_found", "playbook.binding_not_found", "This is not asked for any more.");

async function lockBinding(tx: Tx, bindingId: string): Promise<Binding> {
  const find = () =>
    firstRow<Omit<Binding, "planId">>(
      tx,
      sql`SELECT id, deliverable_id AS "deliverableId", kind FROM playbook.evidence_binding
          WHERE id = ${bindingId} AND removed_at IS NULL`,
    );
  const seen = await find();
  if (!seen) throw missing();
  const { planId } = await lockPlanDeliverables(tx, [seen.deliverableId]);
  // Somebody may have removed it while we waited for the deliverable.
  const binding = await find();
  if (!binding) throw missing();
  return { ...binding, planId };
}

/** No longer asks for something, or drops a suggestion. What was brought stays. Errors: `playbook.binding_not_found`. */
export const unbindEvidence = defineCommand({
  name: "playbook.unbind_evidence",
  title: "Stop asking for evidence of a deliverable",
  http: "DELETE /playbook/bindings/:bindingId",
  access: "playbook:edit",
  input: UnbindEvidence,
  output: ProofOutcome,
  load: (tx, { bindingId }) => lockBinding(tx, bindingId),
  run: async (context, { id, deliverableId, kind, planId }) => {
    const { tx, now, emit } = context;
    await tx.execute(
      sql`UPDATE playbook.evidence_binding SET removed_at = ${now.toString()} WHERE id = ${id}`,
    );
    await emit(EvidenceUnbound, { bindingId: id, deliverableId, kind });
    return judgeOne(context, planId, deliverableId);
  },
});
