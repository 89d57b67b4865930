import { z } from "zod";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { decideAccess } from "#kernel/operation/access.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { Proposal } from "#modules/platform/contract.ts";
import { PROPOSAL_COLUMNS, type ProposalRow, toProposal } from "#modules/platform/proposal-rows.ts";

/** One proposal, for who may do the thing themselves. Errors: `platform.proposal_not_found`. */
export const getProposal = defineQuery({
  name: "platform.get_proposal",
  title: "See what an agent proposed",
  http: "GET /proposals/:proposalId",
  access: "platform:approve",
  input: z.object({ proposalId: z.uuid() }),
  output: Proposal,
  run: async ({ db, actor, runtime, input }) => {
    const { registry } = runtime();
    const row = await firstRow<ProposalRow>(
      db,
      sql`SELECT ${PROPOSAL_COLUMNS} FROM kernel.proposal WHERE id = ${input.proposalId}`,
    );
    const operation = row && registry.operations.get(row.operation);
    if (!row || (operation && decideAccess(registry, operation, actor) !== "allowed"))
      throw refuse("not_found", "platform.proposal_not_found", "There is no such proposal.");
    return toProposal(registry, row);
  },
});
