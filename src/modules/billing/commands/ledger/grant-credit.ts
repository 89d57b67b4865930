import { newId } from "#kernel/ids.ts";
import { isCurrency } from "#kernel/money.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { getAccount } from "#modules/people/index.ts";
import { GrantCredit, GrantedCredit } from "#modules/billing/contract/bookings.ts";
import { creditBalance, lockCredit, moveCredit } from "#modules/billing/invoices/credit-balance.ts";
import { bookCredit } from "#modules/billing/ledger/book-credit.ts";

/** Gives a customer credit at the company's own cost. Errors: `people.account_unknown`, `billing.currency_unknown`. */
export const grantCredit = defineCommand({
  name: "billing.grant_credit",
  title: "Give a customer credit",
  http: "POST /billing/accounts/:accountId/credit",
  access: "billing:money",
  confirm: true,
  input: GrantCredit,
  output: GrantedCredit,
  run: async ({ tx, now, input }) => {
    const { accountId, currency, amountMinor, reason } = input;
    await getAccount(tx, accountId);
    if (!isCurrency(currency))
      throw refuse("invalid", "billing.currency_unknown", `${currency} is no currency of ISO 4217.`);
    await lockCredit(tx, accountId);
    const sourceKey = `granted:${newId()}`;
    await moveCredit(tx, { accountId, currency, amountMinor, reason, sourceKey, at: now });
    await bookCredit(tx, { sourceKey });
    return { balanceMinor: await creditBalance(tx, accountId, currency) };
  },
});
