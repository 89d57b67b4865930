import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ACCOUNT_COLUMNS, type Account, accountUnknown } from "#modules/people/accounts/account.ts";
import { MyAccounts } from "#modules/people/contract/portal.ts";
import { toMyAccount } from "#modules/people/queries/portal/to-my-account.ts";

/** The accounts one belongs to, the one had longest first. */
export const getMyAccounts = defineQuery({
  name: "people.get_my_accounts",
  title: "List the accounts I belong to",
  http: "GET /account/accounts",
  access: "customer",
  input: z.object({}),
  output: MyAccounts,
  run: async ({ db, actor }) => {
    if (actor.kind !== "person" && actor.kind !== "token") throw accountUnknown();
    const order = new Map(actor.memberships?.map(({ accountId }, place) => [accountId, place]));
    const found = await rows<Account>(db, sql`SELECT ${ACCOUNT_COLUMNS} FROM people.account a LIMIT 500`);
    const place = ({ accountId }: Account) => order.get(accountId) ?? order.size;
    return {
      items: found.toSorted((a, b) => place(a) - place(b)).map((account) => toMyAccount(actor, account)),
    };
  },
});
