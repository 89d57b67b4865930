import { sha256Hex } from "#kernel/ids.ts";
import type { Actor } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { CallOptions } from "#kernel/operation/execute.ts";
import type { AnyOperation } from "#kernel/operation/operation.ts";

/** Longest key taken; the answer to a longer one names it. */
const MAX_KEY_LENGTH = 200;

const owner = (actor: Actor): string =>
  actor.kind === "token"
    ? `token:${actor.tokenId}`
    : actor.kind === "person"
      ? `person:${actor.personId}`
      : actor.kind;

/**
 * Takes the caller's key for this transaction. A second call with the key waits for the first to commit and gets
 * its output; undefined means the work is to be done now. Errors: `idempotency.key_reused` with another input,
 * `idempotency.key_long`.
 */
export async function claimKey(
  tx: Tx,
  operation: AnyOperation,
  input: unknown,
  options: CallOptions,
): Promise<{ output: unknown } | undefined> {
  const { idempotencyKey: key, actor, now } = options;
  if (!key) return undefined;
  if (key.length > MAX_KEY_LENGTH)
    throw refuse(
      "invalid",
      "idempotency.key_long",
      `Use an idempotency key of at most ${MAX_KEY_LENGTH} characters.`,
    );
  const digest = sha256Hex(JSON.stringify([operation.name, input]));
  const claimed = await firstRow(
    tx,
    sql`INSERT INTO kernel.idempotency_key (actor, key, operation, input_sha256, created_at)
        VALUES (${owner(actor)}, ${key}, ${operation.name}, ${digest}, ${now.toString()})
        ON CONFLICT DO NOTHING RETURNING key`,
  );
  if (claimed) return undefined;
  const kept = await firstRow<{ input_sha256: string; output: unknown }>(
    tx,
    sql`SELECT input_sha256, output FROM kernel.idempotency_key WHERE actor = ${owner(actor)} AND key = ${key}`,
  );
  if (kept?.input_sha256 !== digest)
    throw refuse(
      "conflict",
      "idempotency.key_reused",
      "This idempotency key was used for another request. Use a new one.",
    );
  if (operation.secretOutput)
    throw refuse(
      "conflict",
      "idempotency.secret_shown",
      "This was done already, and its secret is shown only once. Make a new one with a new key.",
    );
  return { output: kept.output };
}

/** Stores the output under the claimed key, in the same transaction as the work. */
export async function keepOutput(tx: Tx, output: unknown, options: CallOptions): Promise<void> {
  const { idempotencyKey: key, actor } = options;
  if (!key) return;
  await tx.execute(
    sql`UPDATE kernel.idempotency_key SET output = ${JSON.stringify(output ?? null)}::jsonb
        WHERE actor = ${owner(actor)} AND key = ${key}`,
  );
}
