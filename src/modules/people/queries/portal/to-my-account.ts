import { type Actor, membershipIn } from "#kernel/actor.ts";
import { type Account, accountUnknown } from "#modules/people/accounts/account.ts";
import { canBuyFor, canEditAccount, canInvite } from "#modules/people/policy.ts";

/** An account as the actor, a member of it, sees it. Errors: `people.account_unknown` for no member. */
export function toMyAccount(actor: Actor, account: Account) {
  const { accountId } = account;
  const role = membershipIn(actor, accountId);
  if (!role) throw accountUnknown();
  return {
    ...account,
    role,
    canEdit: canEditAccount(actor, accountId),
    canInvite: canInvite(actor, accountId, "member"),
    canBuy: canBuyFor(role),
  };
}
