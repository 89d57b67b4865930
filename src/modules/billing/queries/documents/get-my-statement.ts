import { defineQuery } from "#kernel/operation/operation.ts";
import { AccountStatement, GetMyStatement } from "#modules/billing/contract/documents.ts";
import { canSeeBills } from "#modules/billing/policy.ts";
import { getStatement } from "#modules/billing/queries/documents/account-statement.ts";
import { myBilledAccount } from "#modules/billing/queries/documents/my-billed-account.ts";

/** What the customer owes. Errors: `billing.no_account`, those of `billing.get_account_statement`. */
export const getMyStatement = defineQuery({
  name: "billing.get_my_statement",
  title: "Read my statement of account",
  http: "GET /account/statement",
  access: "customer",
  input: GetMyStatement,
  output: AccountStatement,
  allow: (actor, _, { accountId }) => canSeeBills(actor, accountId),
  run: async (context) => {
    const { actor, input } = context;
    return getStatement(context, { ...input, accountId: myBilledAccount(actor, input.accountId) });
  },
});
