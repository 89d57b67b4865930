import { defineCommand } from "#kernel/operation/operation.ts";
import { changeAccount, lockedAccount } from "#modules/people/accounts/change-account.ts";
import { ChangeAccount, ChangedAccount } from "#modules/people/contract/lists.ts";

/**
 * Changes what is known of a customer; what is left out stays, and so do invoices that were written.
 * Errors: `people.account_unknown`, `people.account_merged`, `people.account_changed_meanwhile`.
 */
export const updateAccount = defineCommand({
  name: "people.update_account",
  title: "Change a customer",
  http: "PATCH /customers/:accountId",
  access: "people:edit",
  input: ChangeAccount,
  output: ChangedAccount,
  load: lockedAccount,
  run: async (context, account) => {
    const { accountId, version, ...facts } = context.input;
    return { accountId, version: await changeAccount(context, account, { facts, version, by: "staff" }) };
  },
});
