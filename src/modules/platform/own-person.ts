import { type Actor, actorPersonId } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";

/**
 * The person a call is for, where it concerns the caller alone. A token for some things only is not for these: notices
 * tell of everything. Errors: `platform.no_person`, `access.forbidden`.
 */
export function ownPersonId(actor: Actor): string {
  if (actor.kind === "token" && !actor.scopes.includes("*"))
    throw refuse(
      "forbidden",
      "access.forbidden",
      "This token is for other things than its person's notices.",
    );
  const personId = actorPersonId(actor);
  if (!personId) throw refuse("forbidden", "platform.no_person", "Only a person has notices of their own.");
  return personId;
}
