import { z } from "zod";
import { isAppError, refuse } from "#kernel/errors.ts";
import { execute } from "#kernel/operation/execute.ts";
import { type CommandContext, defineCommand } from "#kernel/operation/operation.ts";
import { settleProposal } from "#modules/platform/commands/settle-proposal.ts";
import { ProposalDecision } from "#modules/platform/contract.ts";
import {
  isNoAgent,
  lockProposal,
  type ProposalRow,
  refuseDecision,
} from "#modules/platform/proposal-rows.ts";

/**
 * Runs what was proposed in the approval's own transaction (inside, a savepoint): either both are done or neither.
 * What the operation refuses is an answer, not a failure of the approval.
 */
async function carryOut(
  { runtime, tx, actor, now, requestId }: CommandContext<unknown>,
  proposal: ProposalRow,
) {
  const house = runtime();
  const within = { ...house, database: { ...house.database, db: tx } };
  try {
    const options = { actor, now, requestId, surface: "page", approved: true } as const;
    const output = await execute(within, proposal.operation, proposal.input, options);
    return { status: "approved" as const, output: output ?? null, error: null };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { status: "failed" as const, output: null, error: error.message };
  }
}

/**
 * Does what an agent proposed, as the person who approves.
 * Errors: `platform.proposal_not_found`, `platform.proposal_decided`, `platform.operation_gone`, `access.forbidden`.
 */
export const approveProposal = defineCommand({
  name: "platform.approve_proposal",
  title: "Approve what an agent proposed",
  http: "POST /proposals/:proposalId/approval",
  access: "platform:approve",
  // The answer may hold a secret that the approved operation shows once.
  secretOutput: true,
  input: z.object({ proposalId: z.uuid() }),
  output: ProposalDecision,
  load: (tx, { proposalId }) => lockProposal(tx, proposalId),
  allow: isNoAgent,
  run: async (context, proposal) => {
    const { registry } = context.runtime();
    refuseDecision(registry, context.actor, proposal);
    const operation = registry.operations.get(proposal.operation);
    if (!operation)
      throw refuse(
        "gone",
        "platform.operation_gone",
        "What was proposed does not exist any more. Reject it.",
      );
    const result = await carryOut(context, proposal);
    const kept = operation.secretOutput ? { ...result, output: null } : result;
    await settleProposal(context, proposal, kept);
    return { proposalId: proposal.id, ...result };
  },
});
