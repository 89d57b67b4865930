import { type Actor, actorPersonId } from "#kernel/actor.ts";

/** A certificate is its student's, whoever else belongs to the account. */
export const isOwnCertificate = (actor: Actor, { person_id }: { person_id: string }): boolean =>
  actorPersonId(actor) === person_id;
