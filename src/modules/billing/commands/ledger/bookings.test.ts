import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { verifyLedger } from "#modules/billing/ledger/verify-ledger.ts";
import { buy, openShop, type Shop } from "#test/factories/shop.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("bookings by hand", () => {
  let house: TestApp;
  let shop: Shop;
  before(async () => {
    house = await openTestApp();
    shop = await openShop(house);
  });
  after(() => house.close());

  const booksHold = async () => {
    const { checks } = await verifyLedger(house.app.database.db);
    assert.deepEqual(
      checks.filter(({ ok, key }) => !ok && key !== "clearing" && key !== "bank"),
      [],
    );
  };

  it("give credit that the next invoice uses, ten at once to the cent", async () => {
    const { accountId } = await buy(house, shop["test-course"]?.priceIds.full as string);
    await Promise.all(
      Array.from({ length: 10 }, () =>
        house.call("billing.grant_credit", {
          accountId,
          currency: "USD",
          amountMinor: 100,
          reason: "A bad day",
        }),
      ),
    );
    const next = await buy(house, shop["test-starter"]?.priceIds.month as string);
    assert.equal(next.order.invoice?.openMinor, 9_700 - 1_000);
    await booksHold();
  });

  it("know each payout once, ten at once, and take an exchange", async () => {
    const payout = { reference: "po_1", currency: "USD", amountMinor: 5_000, on: "2027-01-04" };
    const told = await Promise.allSettled(
      Array.from({ length: 10 }, () => house.call("billing.record_payout", payout)),
    );
    assert.equal(told.filter(({ status }) => status === "fulfilled").length, 1);
    await assert.rejects(house.call("billing.record_payout", { ...payout, amountMinor: 5_001 }), {
      code: "billing.reference_known",
    });
    await house.call("billing.record_exchange", {
      reference: "fx_1",
      fromAccount: "bank",
      fromCurrency: "USD",
      fromMinor: 5_000,
      toCurrency: "EUR",
      toMinor: 4_500,
      worthMinor: 4_600,
      on: "2027-01-04",
    });
    const verdict = await verifyLedger(house.app.database.db);
    assert.ok(verdict.checks.find(({ key }) => key === "balanced")?.ok);
  });

  it("need an account and a currency there is", async () => {
    const { accountId } = await buy(house, shop["test-course"]?.priceIds.full as string);
    await assert.rejects(
      house.call("billing.grant_credit", { accountId, currency: "XQX", amountMinor: 1, reason: "x" }),
      { code: "billing.currency_unknown" },
    );
  });
});
