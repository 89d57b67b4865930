import { sql, type SQL } from "drizzle-orm";
import type { z } from "zod";
import type { Actor } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { decideAccess } from "#kernel/operation/access.ts";
import type { Registry } from "#kernel/operation/registry.ts";
import type { Proposal, ProposalStatus } from "#modules/platform/contract.ts";
import { isoInstant } from "#modules/platform/paging.ts";

/** A row of `kernel.proposal`. */
export interface ProposalRow {
  id: string;
  operation: string;
  input: unknown;
  proposed_by: string;
  token_id: string | null;
  proposed_at: string;
  status: z.output<typeof ProposalStatus>;
  decided_by: string | null;
  proposed_by_name: string | null;
  decided_by_name: string | null;
  decided_at: string | null;
  output: unknown;
  error: string | null;
}

export const PROPOSAL_COLUMNS: SQL = sql`id, operation, input, proposed_by, token_id, proposed_at, status, decided_by,
  decided_at, output, error, (SELECT name FROM auth.person WHERE person.id = proposed_by) AS proposed_by_name,
  (SELECT name FROM auth.person WHERE person.id = decided_by) AS decided_by_name`;

/** Locks a proposal. Errors: `platform.proposal_not_found`. */
export async function lockProposal(tx: Tx, proposalId: string): Promise<ProposalRow> {
  const row = await firstRow<ProposalRow>(
    tx,
    sql`SELECT ${PROPOSAL_COLUMNS} FROM kernel.proposal WHERE id = ${proposalId} FOR UPDATE`,
  );
  if (!row) throw refuse("not_found", "platform.proposal_not_found", "There is no such proposal.");
  return row;
}

/** A proposal as people read it. */
export const toProposal = (registry: Registry, row: ProposalRow): z.output<typeof Proposal> => ({
  proposalId: row.id,
  operation: row.operation,
  title: registry.operations.get(row.operation)?.title ?? row.operation,
  input: row.input,
  proposedBy: row.proposed_by,
  proposedByName: row.proposed_by_name,
  tokenId: row.token_id,
  proposedAt: isoInstant(row.proposed_at),
  status: row.status,
  decidedBy: row.decided_by,
  decidedByName: row.decided_by_name,
  decidedAt: row.decided_at && isoInstant(row.decided_at),
  output: row.output,
  error: row.error,
});

/** Agents propose; people decide. */
export const isNoAgent = (actor: Actor): boolean => actor.kind !== "token" || !actor.agent;

/** Who decides must be allowed to do the thing themselves. Errors: `access.forbidden`, `platform.proposal_decided`. */
export function refuseDecision(registry: Registry, actor: Actor, proposal: ProposalRow): void {
  const operation = registry.operations.get(proposal.operation);
  if (operation && decideAccess(registry, operation, actor) !== "allowed")
    throw refuse("forbidden", "access.forbidden", `Your role does not allow this: ${operation.title}.`);
  if (proposal.status !== "open")
    throw refuse("conflict", "platform.proposal_decided", `This proposal is ${proposal.status} already.`);
}
