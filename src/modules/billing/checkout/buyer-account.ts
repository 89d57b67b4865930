import { type Actor, actorPersonId } from "#kernel/actor.ts";
import type { Db } from "#kernel/db/database.ts";
import { findBuyingAccount } from "#modules/people/index.ts";

/** The account a signed-in buyer would buy for; null for a visitor. Only to count coupons. */
export async function accountOfBuyer(db: Db, actor: Actor): Promise<string | null> {
  const personId = actorPersonId(actor);
  return personId ? ((await findBuyingAccount(db, personId)) ?? null) : null;
}
