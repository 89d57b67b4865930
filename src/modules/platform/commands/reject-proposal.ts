import { z } from "zod";
import { defineCommand } from "#kernel/operation/operation.ts";
import { settleProposal } from "#modules/platform/commands/settle-proposal.ts";
import { ProposalDecision } from "#modules/platform/contract.ts";
import { isNoAgent, lockProposal, refuseDecision } from "#modules/platform/proposal-rows.ts";

/**
 * Declines what an agent proposed; nothing of it is done.
 * Errors: `platform.proposal_not_found`, `platform.proposal_decided`, `access.forbidden`.
 */
export const rejectProposal = defineCommand({
  name: "platform.reject_proposal",
  title: "Reject what an agent proposed",
  http: "POST /proposals/:proposalId/rejection",
  access: "platform:approve",
  input: z.object({ proposalId: z.uuid(), reason: z.string().trim().max(500).default("") }),
  output: ProposalDecision,
  load: (tx, { proposalId }) => lockProposal(tx, proposalId),
  allow: isNoAgent,
  run: async (context, proposal) => {
    refuseDecision(context.runtime().registry, context.actor, proposal);
    const decision = { status: "rejected" as const, output: null, error: context.input.reason || null };
    await settleProposal(context, proposal, decision);
    return { proposalId: proposal.id, ...decision };
  },
});
