import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { CallOptions } from "#kernel/operation/execute.ts";
import type { AnyOperation } from "#kernel/operation/operation.ts";

/** What a caller gets instead of the operation's output when a person has to approve it first. */
export interface ProposalOutput {
  proposalId: string;
  status: "open";
}

/** True when an agent asks for a command that only a person may finish. */
export const isHeldForApproval = (operation: AnyOperation, options: CallOptions): boolean =>
  Boolean(operation.confirm) && !options.approved && options.actor.kind === "token" && options.actor.agent;

/** Keeps the request for a person to approve or reject. */
export async function propose(
  tx: Tx,
  operation: AnyOperation,
  input: unknown,
  options: CallOptions,
): Promise<ProposalOutput> {
  const { actor, now } = options;
  if (actor.kind !== "token") throw new Error("Only a token can propose");
  const proposalId = newId();
  await tx.execute(
    sql`INSERT INTO kernel.proposal (id, operation, input, proposed_by, token_id, proposed_at, status)
        VALUES (${proposalId}, ${operation.name}, ${JSON.stringify(input)}::jsonb, ${actor.personId},
                ${actor.tokenId}, ${now.toString()}, 'open')`,
  );
  return { proposalId, status: "open" };
}
