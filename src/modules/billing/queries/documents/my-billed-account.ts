import type { Actor } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";
import { billedAccounts } from "#modules/billing/policy.ts";

/** The account a customer means: the one named, else the first whose bills it sees. Errors: `billing.no_account`. */
export function myBilledAccount(actor: Actor, accountId: string | undefined): string {
  const [first] = billedAccounts(actor, accountId);
  if (!first)
    throw refuse("not_found", "billing.no_account", "There is no account here whose bills you see.");
  return first;
}
