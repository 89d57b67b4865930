import { localDate } from "#kernel/clock.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { LedgerAccounts, ListLedgerAccounts } from "#modules/billing/contract/ledger.ts";
import { LEDGER_ACCOUNTS } from "#modules/billing/rules/ledger/accounts.ts";

/** All accounts of the books with their balances at the end of a day, in the order of the chart. */
export const listLedgerAccounts = defineQuery({
  name: "billing.list_ledger_accounts",
  title: "List accounts of the books with their balances",
  http: "GET /billing/ledger/accounts",
  access: "billing:books",
  input: ListLedgerAccounts,
  output: LedgerAccounts,
  run: async ({ db, input, now, company }) => {
    const asOf = input.asOf ?? localDate(now, (await company()).zone).toString();
    const found = await rows<{ account: string; currency: string; minor: number }>(
      db,
      sql`SELECT p.account, p.currency, sum(p.amount_minor)::bigint AS minor
          FROM billing.posting p ${input.asOf ? sql`JOIN billing.journal j ON j.id = p.journal_id AND j.booked_on <= ${asOf}` : sql``}
          GROUP BY 1, 2 HAVING sum(p.amount_minor) <> 0 ORDER BY 1, 2`,
    );
    const byAccount = Map.groupBy(found, ({ account }) => account);
    return {
      asOf,
      accounts: LEDGER_ACCOUNTS.map(({ code, name, kind }) => {
        const sign = kind === "asset" || kind === "expense" ? 1 : -1;
        const balances = (byAccount.get(code) ?? []).map(({ currency, minor }) => ({
          currency,
          amountMinor: minor,
          shownMinor: sign * minor,
        }));
        return { code, name, kind, balances };
      }),
    };
  },
});
