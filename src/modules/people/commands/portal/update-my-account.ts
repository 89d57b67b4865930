import { defineCommand } from "#kernel/operation/operation.ts";
import { changeAccount, lockedAccount } from "#modules/people/accounts/change-account.ts";
import { ChangedAccount } from "#modules/people/contract/lists.ts";
import { ChangeMyAccount } from "#modules/people/contract/portal.ts";
import { canEditAccount } from "#modules/people/policy.ts";

/**
 * Changes name, address and tax number of one's own account; what is left out stays, and so do invoices that were
 * written. Errors: `people.account_unknown`, `people.account_changed_meanwhile`.
 */
export const updateMyAccount = defineCommand({
  name: "people.update_my_account",
  title: "Change name and address of one of my accounts",
  http: "PATCH /account/accounts/:accountId",
  access: "customer",
  input: ChangeMyAccount,
  output: ChangedAccount,
  load: lockedAccount,
  allow: (actor, { accountId }) => canEditAccount(actor, accountId),
  run: async (context, account) => {
    const { accountId, version, ...facts } = context.input;
    return { accountId, version: await changeAccount(context, account, { facts, version, by: "customer" }) };
  },
});
