import { type Actor, actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import { ProposalDecided } from "#modules/platform/events.ts";
import type { ProposalRow } from "#modules/platform/proposal-rows.ts";

interface Settlement {
  status: "approved" | "rejected" | "failed";
  /** JSON of what the operation gave; null when it gave nothing that may be kept. */
  output: unknown;
  error: string | null;
}

/** Writes a decision and tells of it. */
export async function settleProposal(
  context: Pick<CommandContext<unknown>, "tx" | "now" | "emit"> & { actor: Actor },
  proposal: ProposalRow,
  { status, output, error }: Settlement,
): Promise<void> {
  const { tx, now, actor, emit } = context;
  await tx.execute(
    sql`UPDATE kernel.proposal
        SET status = ${status}, decided_by = ${actorPersonId(actor)}, decided_at = ${now.toString()},
            output = ${output === null ? null : JSON.stringify(output)}::jsonb, error = ${error}
        WHERE id = ${proposal.id}`,
  );
  await emit(ProposalDecided, {
    proposalId: proposal.id,
    operation: proposal.operation,
    proposedBy: proposal.proposed_by,
    status,
  });
}
