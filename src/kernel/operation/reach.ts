import type { Actor } from "#kernel/actor.ts";
import { CUSTOMER_ROLE } from "#kernel/db/migrate.ts";
import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import type { Registry } from "#kernel/operation/registry.ts";

/**
 * Narrows the rest of a transaction to the rows of the actor's own accounts, whoever the actor is otherwise, and gives
 * the actor with its memberships. What a customer's operation gets wrong in a WHERE clause the database gets right.
 */
export async function narrowToOwnAccounts(registry: Registry, tx: Tx, actor: Actor): Promise<Actor> {
  if (actor.kind !== "person" && actor.kind !== "token") throw new Error("Only people have accounts");
  const memberships = await registry.membershipsOf(tx, actor.personId);
  const accounts = `{${memberships.map(({ accountId }) => accountId).join(",")}}`;
  await tx.execute(
    sql`SELECT set_config('cairn.accounts', ${accounts}, true), set_config('cairn.person', ${actor.personId}, true),
               set_config('role', ${CUSTOMER_ROLE}, true)`,
  );
  return { ...actor, memberships };
}
