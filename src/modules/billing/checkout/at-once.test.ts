import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { isAppError } from "#kernel/errors.ts";
import { takeNumbers } from "#modules/billing/invoices/take-numbers.ts";
import { verifyLedger } from "#modules/billing/ledger/verify-ledger.ts";
import { buy, openShop, type Shop } from "#test/factories/shop.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const AT_ONCE = 12;

describe("many who buy at once", () => {
  let house: TestApp;
  let shop: Shop;
  before(async () => {
    house = await openTestApp();
    shop = await openShop(house);
  });
  after(() => house.close());

  const course = () => shop["test-course"]?.priceIds.full as string;
  const together = <T>(work: (index: number) => Promise<T>) =>
    Promise.allSettled(Array.from({ length: AT_ONCE }, (_, index) => work(index)));
  const refusals = (results: PromiseSettledResult<unknown>[]) =>
    results.flatMap((result) =>
      result.status === "rejected"
        ? [isAppError(result.reason) ? result.reason.code : String(result.reason)]
        : [],
    );

  it("get numbers without a gap, also where some roll back after taking theirs", async () => {
    const { db } = house.app.database;
    const giveUp = () =>
      db.transaction(async (tx) => {
        await takeNumbers(tx, "invoice", 2);
        throw new Error("Given up");
      });
    const results = await together((index) =>
      index % 3 === 0 ? giveUp() : buy(house, course(), { buyer: { email: `gap${index}@example.com` } }),
    );
    assert.equal(refusals(results).length, AT_ONCE / 3);
    const numbers = await rows<{ number: number }>(
      db,
      sql`SELECT number FROM billing.invoice WHERE series = 'invoice' ORDER BY number`,
    );
    assert.deepEqual(
      numbers.map(({ number }) => number),
      Array.from({ length: (AT_ONCE * 2) / 3 }, (_, index) => index + 1),
    );
  });

  it("spend the credit of one account once", async () => {
    const { accountId } = await buy(house, course(), { buyer: { email: "credit@example.com" } });
    await house.call("billing.grant_credit", {
      accountId,
      currency: "USD",
      amountMinor: 160_000,
      reason: "Sorry",
    });
    // By hand, because somebody who buys waits for themselves already.
    await together(() =>
      house.call("billing.send_invoice", {
        accountId,
        currency: "USD",
        lines: [{ description: "Advice", quantity: 1, unitMinor: 50_000 }],
      }),
    );
    const { db } = house.app.database;
    const left = await firstRow<{ balance: number; used: number }>(
      db,
      sql`SELECT (SELECT sum(amount_minor)::bigint FROM billing.credit_entry WHERE account_id = ${accountId}) AS balance,
            (SELECT sum(paid_minor)::bigint FROM billing.invoice WHERE account_id = ${accountId}) AS used`,
    );
    assert.deepEqual(left, { balance: 0, used: 160_000 });
    assert.equal((await verifyLedger(db)).ok, true);
  });

  it("use the last of a coupon once, and the others are told", async () => {
    await house.call("billing.create_coupon", {
      code: "LAST",
      name: "The last one",
      percentPpm: 100_000,
      duration: "once",
      maxRedemptions: 1,
    });
    const results = await together((index) =>
      buy(house, course(), { buyer: { email: `last${index}@example.com` }, couponCode: "LAST" }),
    );
    assert.equal(results.filter(({ status }) => status === "fulfilled").length, 1);
    assert.deepEqual([...new Set(refusals(results))], ["billing.coupon_unusable"]);
  });

  it("cannot change or delete what was issued", async () => {
    const { invoiceId } = await buy(house, course(), { buyer: { email: "kept@example.com" } });
    const { db } = house.app.database;
    for (const statement of [
      sql`UPDATE billing.invoice SET total_minor = 1, net_minor = 1 WHERE id = ${invoiceId}`,
      sql`UPDATE billing.invoice SET customer = '{}' WHERE id = ${invoiceId}`,
      sql`DELETE FROM billing.invoice WHERE id = ${invoiceId}`,
      sql`UPDATE billing.invoice_line SET net_minor = 1 WHERE invoice_id = ${invoiceId}`,
      sql`DELETE FROM billing.invoice_tax WHERE invoice_id = ${invoiceId}`,
    ])
      await assert.rejects(db.execute(statement), (error: Error) => /never/.test(String(error.cause)));
  });
});
