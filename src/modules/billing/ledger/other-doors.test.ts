import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { bookCommission } from "#modules/billing/ledger/book-commission.ts";
import { bookCredit } from "#modules/billing/ledger/book-credit.ts";
import { bookFx, bookPayout } from "#modules/billing/ledger/book-payout.ts";
import { insertCredit } from "#test/factories/billing-books.ts";
import { readBooks } from "#test/factories/read-books.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

let house: TestApp;
before(async () => {
  house = await openTestApp();
});
after(() => house.close());

const { db, now, booksOf, demandEven } = readBooks(() => house);

const postingsOf = async (ref: string) => {
  const found = await rows<{ account: string; currency: string; minor: number }>(
    db(),
    sql`SELECT p.account, p.currency, p.amount_minor AS minor FROM billing.journal j
        JOIN billing.posting p ON p.journal_id = j.id WHERE j.ref = ${ref} ORDER BY p.position`,
  );
  return Object.fromEntries(found.map(({ account, currency, minor }) => [`${account} ${currency}`, minor]));
};

describe("doors beside those of invoices and payments", () => {
  it("book credit that was given, once", async () => {
    const accountId = newId();
    await insertCredit(db(), { accountId, amountMinor: 900, sourceKey: "given" });
    for (let call = 0; call < 2; call++)
      await db().transaction((tx) => bookCredit(tx, { sourceKey: "given" }));
    assert.deepEqual(await booksOf(accountId), { goodwill: 900, customer_credit: -900 });
    await demandEven();
  });

  it("book a payout to the bank, once", async () => {
    const payout = { ref: "po_1", currency: "USD", amountMinor: 5000, on: "2027-01-04", at: now() };
    for (let call = 0; call < 2; call++) await db().transaction((tx) => bookPayout(tx, payout));
    assert.deepEqual(await postingsOf("payout:po_1"), { "bank USD": 5000, "provider_clearing USD": -5000 });
    await demandEven();
  });

  it("book money that changed currency, each currency summing to nothing", async () => {
    await db().transaction((tx) =>
      bookFx(tx, {
        ref: "po_2",
        fromAccount: "provider_clearing",
        fromCurrency: "EUR",
        fromMinor: 10_000,
        toCurrency: "USD",
        toMinor: 10_800,
        worthMinor: 11_000,
        on: "2027-01-04",
        at: now(),
      }),
    );
    assert.deepEqual(await postingsOf("exchange:po_2"), {
      "bank USD": 10_800,
      "currency_exchange EUR": 10_000,
      "currency_exchange USD": -11_000,
      "exchange_losses USD": 200,
      "provider_clearing EUR": -10_000,
    });
    await demandEven();
  });

  it("book each step of a commission by itself", async () => {
    const accountId = newId();
    const commission = {
      id: newId(),
      accountId,
      currency: "USD",
      amountMinor: 300,
      on: "2027-01-04",
      at: now(),
    };
    await db().transaction((tx) => bookCommission(tx, { ...commission, step: "accrued" }));
    assert.deepEqual(await booksOf(accountId), { commissions: 300, commissions_payable: -300 });
    await db().transaction((tx) => bookCommission(tx, { ...commission, step: "clawed_back" }));
    assert.deepEqual(await booksOf(accountId), {});
    await demandEven();
  });
});
