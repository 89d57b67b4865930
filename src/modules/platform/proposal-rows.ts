import { sql, type SQL } from "drizzle-orm";
import type { z } from "zod";
import type { Actor } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { decideAccess } from "#kernel/operation/access.ts";
import type { Registry } from "#kernel/operation/registry.ts";
import type { ProposalStatus } from "#modules/platform/contract.ts";

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
  decided_at: string | null;
  output: unknown;
  error: string | null;
}

export const PROPOSAL_COLUMNS: SQL = sql`id, operation, input, proposed_by, token_id, proposed_at, status, decided_by,
  decided_at, output, error`;

/** Locks a proposal. Errors: `platform.proposal_not_found`. */
export async function lockProposal(tx: Tx, proposalId: string): Promise<ProposalRow> {
  const row = await firstRow<ProposalRow>(
    tx,
    sql`SELECT ${PROPOSAL_COLUMNS} FROM kernel.proposal WHERE id = ${proposalId} FOR UPDATE`,
  );
  if (!row) throw refuse("not_found", "platform.proposal_not_found", "There is no such proposal.");
  return row;
}

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
