import { type Actor, membershipIn } from "#kernel/actor.ts";

/** Owners and admins of an account say who learns on the seats it bought. */
export function canGiveSeats(actor: Actor, accountId: string): boolean {
  const role = membershipIn(actor, accountId);
  return role === "owner" || role === "admin";
}
