import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { findEntitlement } from "#modules/billing/index.ts";
import { verifyLedger } from "#modules/billing/ledger/verify-ledger.ts";
import { BUYER, buy, openShop, pay, type Shop } from "#test/factories/shop.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("buying", () => {
  let house: TestApp;
  let shop: Shop;
  before(async () => {
    house = await openTestApp();
    shop = await openShop(house);
  });
  after(() => house.close());

  const price = (offer: string, name: string) => shop[offer]?.priceIds[name] as string;
  const has = (accountId: string, key: string) =>
    findEntitlement(house.app.database.db, { accountId, key, at: house.clock.now() });
  const booksAreRight = async () => {
    const { checks } = await verifyLedger(house.app.database.db);
    assert.deepEqual(
      checks.filter(({ ok }) => !ok),
      [],
    );
  };

  it("gives the course when its invoice is paid, and not before", async () => {
    const { accountId, invoiceId, order } = await buy(house, price("test-course", "full"));
    assert.equal(order.status, "open");
    assert.equal(order.invoice?.totalMinor, 149_700);
    assert.equal(await has(accountId, "academy.course:test"), undefined);
    await pay(house, invoiceId as string);
    assert.ok(await has(accountId, "academy.course:test"));
    assert.equal(
      (await house.call("billing.get_invoice", { invoiceId: invoiceId as string })).status,
      "paid",
    );
    await booksAreRight();
  });

  it("makes one order of many clicks at once", async () => {
    const visitor = { kind: "anonymous" } as const;
    const { token } = await house.call(
      "billing.start_checkout",
      { priceId: price("test-course", "full") },
      visitor,
    );
    const buyer = { ...BUYER, email: "bo@example.com" };
    const { terms } = await house.call("billing.update_checkout", { token, buyer }, visitor);
    const orders = await Promise.all(
      Array.from({ length: 10 }, () =>
        house.call(
          "billing.place_order",
          { token, termsSha256: terms.sha256, totalMinor: 149_700, provider: "bank_transfer" },
          visitor,
        ),
      ),
    );
    assert.equal(new Set(orders.map((order) => order.reference)).size, 1);
  });

  it("owes nothing when the amount is not what was shown", async () => {
    const visitor = { kind: "anonymous" } as const;
    const { token } = await house.call(
      "billing.start_checkout",
      { priceId: price("test-course", "full") },
      visitor,
    );
    const checkout = await house.call(
      "billing.update_checkout",
      { token, buyer: { email: "c@example.com", name: "C", country: "US", city: "X", line1: "Y" } },
      visitor,
    );
    await assert.rejects(
      house.call(
        "billing.place_order",
        { token, termsSha256: checkout.terms.sha256, totalMinor: 1, provider: "bank_transfer" },
        visitor,
      ),
      { code: "billing.total_changed" },
    );
    assert.equal((await house.call("billing.get_checkout", { token }, visitor)).orderReference, null);
  });

  it("starts a subscription on the day it is paid", async () => {
    const { accountId, invoiceId } = await buy(house, price("test-starter", "month"), {
      buyer: { email: "d@example.com" },
    });
    house.clock.advance({ days: 3 });
    await pay(house, invoiceId as string);
    const [subscription] = await rows<{ status: string; period_starts_on: string; period_ends_on: string }>(
      house.app.database.db,
      sql`SELECT status, period_starts_on, period_ends_on FROM billing.subscription WHERE account_id = ${accountId}`,
    );
    assert.deepEqual(subscription, {
      status: "active",
      period_starts_on: "2027-01-07",
      period_ends_on: "2027-02-07",
    });
    assert.equal((await has(accountId, "studio.documents_per_month"))?.quantity, 20);
    await booksAreRight();
  });

  it("refunds the course and takes back exactly it", async () => {
    const { accountId, invoiceId } = await buy(house, price("test-course", "full"), {
      buyer: { email: "e@example.com" },
    });
    await pay(house, invoiceId as string);
    const partial = await house.call("billing.refund_invoice", {
      invoiceId: invoiceId as string,
      amountMinor: 50_000,
      reason: "Half of it did not fit",
    });
    assert.equal(partial.accessEnded, false);
    assert.ok(await has(accountId, "academy.course:test"));
    await booksAreRight();
    const rest = await house.call("billing.refund_invoice", {
      invoiceId: invoiceId as string,
      reason: "Changed their mind",
    });
    assert.equal(rest.amountMinor, 99_700);
    assert.equal(rest.accessEnded, true);
    assert.equal(await has(accountId, "academy.course:test"), undefined);
    // A transfer is sent by a person: no sweep may take it out of their hands.
    await house.app.database.db.execute(sql`UPDATE billing.refund SET provider = 'bank_transfer'`);
    house.clock.advance({ hours: 2 });
    await house.runJob("billing.recover_payments");
    assert.deepEqual(await house.app.queue.fetch("billing.send_refund"), []);
    await house.call("billing.confirm_refund", { refundId: rest.refundIds[0] as string });
    await booksAreRight();
  });

  it("keeps what was paid too much as credit, and uses it for the next invoice", async () => {
    const first = await buy(house, price("test-starter", "month"), { buyer: { email: "f@example.com" } });
    const { creditMinor } = await pay(house, first.invoiceId as string, 12_000);
    assert.equal(creditMinor, 2_300);
    const second = await buy(house, price("test-course", "full"), { buyer: { email: "f@example.com" } });
    assert.equal(second.order.invoice?.openMinor, 147_400);
    await booksAreRight();
  });
});
