import { rows, sql } from "#kernel/db/sql.ts";
import { decideAccess } from "#kernel/operation/access.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { Paging, pageOf, Proposal, ProposalStatus } from "#modules/platform/contract.ts";
import { toPage } from "#modules/platform/paging.ts";
import { PROPOSAL_COLUMNS, type ProposalRow, toProposal } from "#modules/platform/proposal-rows.ts";

/** What agents proposed, newest first: only what the caller may do, and so decide, themselves. */
export const listProposals = defineQuery({
  name: "platform.list_proposals",
  title: "List what agents proposed",
  http: "GET /proposals",
  access: "platform:approve",
  input: Paging.extend({ status: ProposalStatus.optional() }),
  output: pageOf(Proposal),
  run: async ({ db, actor, runtime, input: { limit, cursor, status } }) => {
    const { registry } = runtime();
    const allowed = [...registry.operations.values()]
      .filter((operation) => decideAccess(registry, operation, actor) === "allowed")
      .map(({ name }) => name);
    const found = await rows<ProposalRow>(
      db,
      sql`SELECT ${PROPOSAL_COLUMNS} FROM kernel.proposal
          WHERE operation = ANY(${sql.param(allowed)}::text[]) AND ${status ? sql`status = ${status}` : sql`true`}
            AND ${cursor ? sql`id < ${cursor}` : sql`true`}
          ORDER BY id DESC LIMIT ${limit + 1}`,
    );
    const page = toPage(found, limit, ({ id }) => id);
    const items = page.items.map((row) => toProposal(registry, row));
    return { items, nextCursor: page.nextCursor };
  },
});
