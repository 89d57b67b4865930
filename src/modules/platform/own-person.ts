import { type Actor, actorPersonId } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";

/** The person a call is for, where it concerns the caller alone. Errors: `platform.no_person`. */
export function ownPersonId(actor: Actor): string {
  const personId = actorPersonId(actor);
  if (!personId) throw refuse("forbidden", "platform.no_person", "Only a person has notices of their own.");
  return personId;
}
