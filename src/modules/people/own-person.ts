import { type Actor, actorPersonId } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";

/** The person a call is made for. Errors: `access.sign_in` where nobody stands behind it. */
export function ownPersonId(actor: Actor): string {
  const personId = actorPersonId(actor);
  if (personId === null) throw refuse("unauthenticated", "access.sign_in", "Sign in to do this.");
  return personId;
}
