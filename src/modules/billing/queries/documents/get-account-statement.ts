import { defineQuery } from "#kernel/operation/operation.ts";
import { AccountStatement, GetAccountStatement } from "#modules/billing/contract/documents.ts";
import { getStatement } from "#modules/billing/queries/documents/account-statement.ts";

/** What an account owes. Errors: `people.account_unknown`, `billing.statement_period`, `billing.statement_too_long`. */
export const getAccountStatement = defineQuery({
  name: "billing.get_account_statement",
  title: "Read the statement of an account",
  http: "GET /billing/accounts/:accountId/statement",
  access: "billing:read",
  input: GetAccountStatement,
  output: AccountStatement,
  run: (context) => getStatement(context, context.input),
});
