import type { Actor } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { CallOptions } from "#kernel/operation/execute.ts";
import type { AnyOperation } from "#kernel/operation/operation.ts";

interface AuditFacts {
  operation: Pick<AnyOperation, "name">;
  input: unknown;
  output: unknown;
  options: CallOptions;
  outcome: "done" | "proposed";
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Ids named in a value's own fields (`planId`, `id`), never any other content: audit holds no personal data. */
export function subjectsOf(...values: unknown[]): Record<string, string> {
  const fields = values.flatMap((value) => (value && typeof value === "object" ? Object.entries(value) : []));
  const ids = fields.filter(
    (field): field is [string, string] =>
      /(^id|Id)$/.test(field[0]) && typeof field[1] === "string" && UUID.test(field[1]),
  );
  return Object.fromEntries(ids);
}

function actorId(actor: Actor): string | null {
  if (actor.kind === "system") return actor.name;
  return actor.kind === "anonymous" ? null : actor.personId;
}

/** Writes who did what to which ids, in the command's own transaction. */
export async function recordAudit(
  tx: Tx,
  { operation, input, output, options, outcome }: AuditFacts,
): Promise<void> {
  const { actor, now, surface, requestId } = options;
  await tx.execute(
    sql`INSERT INTO kernel.audit_entry
          (id, at, actor_kind, actor_id, token_id, operation, subjects, surface, outcome, request_id)
        VALUES (${newId()}, ${now.toString()}, ${actor.kind}, ${actorId(actor)},
                ${actor.kind === "token" ? actor.tokenId : null}, ${operation.name},
                ${JSON.stringify(subjectsOf(output, input))}::jsonb, ${surface}, ${outcome}, ${requestId})`,
  );
}
