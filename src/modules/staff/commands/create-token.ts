import { actorPersonId, type Actor, type Permission } from "#kernel/actor.ts";
import { hashApiToken, newApiToken } from "#kernel/auth/api-token.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import type { Registry } from "#kernel/operation/registry.ts";
import { CreateToken, NewToken } from "#modules/staff/contract.ts";
import { TokenCreated } from "#modules/staff/events.ts";
import { canCreateToken } from "#modules/staff/policy.ts";

const HOURS_PER_DAY = 24;

function checkScopes(registry: Registry, scopes: readonly string[]): void {
  const unknown = scopes.filter((scope) => scope !== "*" && !registry.permissions.has(scope as Permission));
  if (unknown.length === 0) return;
  const words = `${unknown.join(", ")} ${unknown.length === 1 ? "is no permission" : "are no permissions"}.`;
  throw refuse("invalid", "staff.scope_unknown", `${words} Choose from the list, or "*" for all.`, {
    issues: [{ path: "scopes", message: words }],
    data: { known: [...registry.permissions.keys()] },
  });
}

type Whose = { personId?: string; email?: string };

/** Whose token it becomes: said by the house, else one's own. */
async function findHolder(tx: Tx, given: Whose): Promise<string | undefined> {
  const { personId, email } = given;
  if (!personId && !email) return undefined;
  const whom = personId ? sql`id = ${personId}` : sql`email = ${email}`;
  const row = await firstRow<{ id: string }>(
    tx,
    sql`SELECT id FROM auth.person WHERE ${whom} AND disabled_at IS NULL`,
  );
  if (!row)
    throw refuse("not_found", "staff.person_unknown", "There is nobody of this address who can sign in.");
  return row.id;
}

function holderOf(actor: Actor, said: string | undefined): string {
  const personId = said ?? actorPersonId(actor);
  if (personId) return personId;
  throw refuse("invalid", "staff.token_holder_missing", "Say whose token it is: a person's id or address.", {
    issues: [{ path: "email", message: "Say whose token it is" }],
  });
}

/**
 * Makes an API token and shows its secret once. Errors: `staff.scope_unknown`, `staff.person_unknown`,
 * `staff.token_holder_missing`.
 */
export const createToken = defineCommand({
  name: "staff.create_token",
  title: "Make an API token",
  http: "POST /tokens",
  access: "signed_in",
  secretOutput: true,
  input: CreateToken,
  output: NewToken,
  load: findHolder,
  allow: (actor, said) => canCreateToken(actor, said),
  run: async ({ tx, actor, now, emit, input, runtime }, said) => {
    checkScopes(runtime().registry, input.scopes);
    const personId = holderOf(actor, said);
    const { name, scopes, agent, expiresInDays } = input;
    const token = newApiToken();
    const tokenId = newId();
    const expiresAt =
      expiresInDays === null ? null : now.add({ hours: expiresInDays * HOURS_PER_DAY }).toString();
    await tx.execute(
      sql`INSERT INTO auth.api_token (id, person_id, name, hash, scopes, agent, created_at, created_by, expires_at)
          VALUES (${tokenId}, ${personId}, ${name}, ${hashApiToken(token)},
                  ARRAY(SELECT jsonb_array_elements_text(${JSON.stringify(scopes)}::jsonb)), ${agent},
                  ${now.toString()}, ${actorPersonId(actor)}, ${expiresAt})`,
    );
    await emit(TokenCreated, { tokenId, personId, agent });
    return { tokenId, name, token, expiresAt };
  },
});
