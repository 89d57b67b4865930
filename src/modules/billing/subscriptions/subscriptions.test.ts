import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { findEntitlement } from "#modules/billing/index.ts";
import { verifyLedger } from "#modules/billing/ledger/verify-ledger.ts";
import { buy, openShop, pay, type Shop } from "#test/factories/shop.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("subscriptions", () => {
  let house: TestApp;
  let shop: Shop;
  let buyers = 0;
  before(async () => {
    house = await openTestApp({ start: "2027-01-31T09:00:00Z" });
    shop = await openShop(house);
  });
  after(() => house.close());
  afterEach(async () => {
    const { checks } = await verifyLedger(house.app.database.db);
    assert.deepEqual(
      checks.filter(({ ok }) => !ok),
      [],
    );
  });

  const price = (offer: string, name: string) => shop[offer]?.priceIds[name] as string;

  async function subscribe(offer: string, name = "month") {
    buyers += 1;
    const bought = await buy(house, price(offer, name), { buyer: { email: `s${buyers}@example.com` } });
    if (bought.invoiceId) await pay(house, bought.invoiceId);
    const { items } = await house.call("billing.list_subscriptions", { accountId: bought.accountId });
    return { accountId: bought.accountId, subscriptionId: items[0]?.id as string };
  }
  const get = (subscriptionId: string) => house.call("billing.get_subscription", { subscriptionId });
  const invoices = async (accountId: string) =>
    (await house.call("billing.list_invoices", { accountId, sort: "issued", direction: "asc" })).items;
  const payOpen = async (accountId: string) => {
    for (const invoice of await invoices(accountId)) if (invoice.openMinor > 0) await pay(house, invoice.id);
  };

  it("bills each period once, and the 31st stays the 31st", async () => {
    const { accountId, subscriptionId } = await subscribe("test-starter");
    const ends: (string | null)[] = [];
    for (const at of ["2027-02-28T12:00:00Z", "2027-03-31T12:00:00Z", "2027-04-30T12:00:00Z"]) {
      house.clock.set(Temporal.Instant.from(at));
      await Promise.all([house.runJob("billing.bill_due"), house.runJob("billing.bill_due")]);
      ends.push((await get(subscriptionId)).periodEndsOn);
      await payOpen(accountId);
    }
    assert.deepEqual(ends, ["2027-03-31", "2027-04-30", "2027-05-31"]);
    assert.equal((await invoices(accountId)).length, 4);
  });

  it("charges an upgrade exactly what the preview says, and keeps the period", async () => {
    const { accountId, subscriptionId } = await subscribe("test-starter");
    const bought = await get(subscriptionId);
    house.clock.advance({ days: 10 });
    const change = { subscriptionId, priceId: price("test-pro", "month"), quantity: 1 };
    const preview = await house.call("billing.preview_change", change);
    assert.equal(preview.when, "now");
    const { invoice } = await house.call("billing.change_subscription", {
      ...change,
      totalMinor: preview.quote?.totalMinor ?? null,
    });
    assert.equal(invoice?.totalMinor, preview.quote?.totalMinor);
    // Bought on 30 April: of 30 days 20 are left. 197.00 × 20/30 = 131.33, less 97.00 × 20/30 = 64.67.
    assert.equal(invoice?.totalMinor, 6_666);
    const changed = await get(subscriptionId);
    assert.equal(changed.periodEndsOn, bought.periodEndsOn);
    assert.equal(changed.mrrMinor, 19_700);
    await payOpen(accountId);
  });

  it("lets a downgrade wait for the end of the period", async () => {
    const { accountId, subscriptionId } = await subscribe("test-pro");
    const outcome = await house.call("billing.change_subscription", {
      subscriptionId,
      priceId: price("test-starter", "month"),
    });
    assert.deepEqual(outcome, { when: "period_end", invoice: null, creditNotes: [] });
    assert.equal((await get(subscriptionId)).offer.key, "test-pro");
    house.clock.advance({ days: 32 });
    await house.runJob("billing.bill_due");
    assert.equal((await get(subscriptionId)).offer.key, "test-starter");
    assert.equal((await invoices(accountId)).at(-1)?.totalMinor, 9_700);
    await payOpen(accountId);
  });

  it("credits a downgrade now by a credit note, and uses the credit for the renewal", async () => {
    const { accountId, subscriptionId } = await subscribe("test-pro");
    const change = { subscriptionId, priceId: price("test-starter", "month"), when: "now" as const };
    const preview = await house.call("billing.preview_change", change);
    const { creditNotes } = await house.call("billing.change_subscription", change);
    assert.equal(creditNotes[0]?.totalMinor, -(preview.quote?.totalMinor ?? 0));
    assert.equal(creditNotes[0]?.totalMinor, 10_000);
    house.clock.advance({ days: 32 });
    await house.runJob("billing.bill_due");
    const renewal = (await invoices(accountId)).at(-1);
    assert.equal(renewal?.status, "paid");
  });

  it("gives back more than the last invoice had, of the invoices before it too", async () => {
    const { accountId, subscriptionId } = await subscribe("test-starter", "year");
    await house.call("billing.change_subscription", { subscriptionId, priceId: price("test-pro", "year") });
    await payOpen(accountId);
    const down = { subscriptionId, priceId: price("test-starter", "month"), when: "now" as const };
    const { creditNotes } = await house.call("billing.change_subscription", down);
    // 1,970.00 unused less 97.00 for the month that begins; the last invoice was 1,000.00.
    assert.deepEqual(
      creditNotes.map((note) => note.totalMinor),
      [100_000, 87_300],
    );
  });

  it("begins a trial without an invoice and bills when it ends", async () => {
    const { accountId, subscriptionId } = await subscribe("test-trial");
    assert.equal((await get(subscriptionId)).status, "trialing");
    assert.equal((await get(subscriptionId)).mrrMinor, 0);
    house.clock.advance({ days: 14 });
    await house.runJob("billing.bill_due");
    const begun = await get(subscriptionId);
    assert.equal(begun.status, "active");
    assert.equal(begun.mrrMinor, 9_700);
    assert.deepEqual(
      (await invoices(accountId)).map((invoice) => invoice.totalMinor),
      [9_700],
    );
    await payOpen(accountId);
  });

  it("ends at the end of the period when cancelled, unless that is taken back", async () => {
    const { accountId, subscriptionId } = await subscribe("test-starter");
    await house.call("billing.cancel_subscription", { subscriptionId });
    await house.call("billing.keep_subscription", { subscriptionId });
    await house.call("billing.cancel_subscription", { subscriptionId, reason: "Too dear" });
    house.clock.advance({ days: 32 });
    await house.runJob("billing.bill_due");
    const ended = await get(subscriptionId);
    assert.equal(ended.status, "cancelled");
    assert.equal(ended.endReason, "Too dear");
    assert.equal((await invoices(accountId)).length, 1);
    await house.call("billing.reactivate_subscription", { subscriptionId });
    assert.equal((await get(subscriptionId)).status, "incomplete");
    await payOpen(accountId);
    assert.equal((await get(subscriptionId)).status, "active");
  });

  it("adds an add-on at once, bills it with the plan, and ends it with its period", async () => {
    const { accountId, subscriptionId } = await subscribe("test-starter");
    const quota = async () =>
      (
        await findEntitlement(house.app.database.db, {
          accountId,
          key: "studio.documents_per_month",
          at: house.clock.now(),
        })
      )?.quantity;
    const { addonId } = await house.call("billing.add_addon", {
      subscriptionId,
      priceId: price("test-more", "month"),
    });
    assert.equal(await quota(), 30);
    assert.equal((await get(subscriptionId)).mrrMinor, 12_700);
    await payOpen(accountId);
    house.clock.advance({ days: 32 });
    await house.runJob("billing.bill_due");
    assert.equal((await invoices(accountId)).at(-1)?.totalMinor, 12_700);
    await payOpen(accountId);
    await house.call("billing.remove_addon", { subscriptionId, addonId });
    assert.equal(await quota(), 30);
    house.clock.advance({ days: 32 });
    await house.runJob("billing.bill_due");
    assert.equal(await quota(), 20);
    assert.equal((await invoices(accountId)).at(-1)?.totalMinor, 9_700);
    await payOpen(accountId);
  });

  it("pauses after the paid period and goes on with a period of its own", async () => {
    const { accountId, subscriptionId } = await subscribe("test-starter");
    await house.call("billing.pause_subscription", { subscriptionId });
    house.clock.advance({ days: 32 });
    await house.runJob("billing.bill_due");
    assert.equal((await get(subscriptionId)).status, "paused");
    house.clock.advance({ days: 10 });
    await house.call("billing.resume_subscription", { subscriptionId });
    assert.equal((await get(subscriptionId)).status, "active");
    await payOpen(accountId);
  });

  it("bills instalments that add up to the price", async () => {
    buyers += 1;
    const bought = await buy(house, price("test-course", "instalments"), {
      buyer: { email: `i${buyers}@example.com` },
    });
    await pay(house, bought.invoiceId as string);
    for (let month = 0; month < 3; month += 1) {
      house.clock.advance({ days: 31 });
      await house.runJob("billing.bill_due");
    }
    const billed = await invoices(bought.accountId);
    assert.deepEqual(
      billed.map((invoice) => invoice.totalMinor),
      [53_334, 53_333, 53_333],
    );
    await payOpen(bought.accountId);
  });

  it("gives a coupon back with the order that was given up", async () => {
    await house.call("billing.create_coupon", {
      code: "ONCE",
      name: "One only",
      percentPpm: 200_000,
      duration: "once",
    });
    const first = await buy(house, price("test-starter", "month"), {
      buyer: { email: "coupon@example.com" },
      couponCode: "ONCE",
    });
    const { items } = await house.call("billing.list_orders", { accountId: first.accountId });
    await house.call("billing.cancel_order", { orderId: items[0]?.id as string });
    const again = await buy(house, price("test-starter", "month"), {
      buyer: { email: "coupon@example.com" },
      couponCode: "ONCE",
    });
    assert.equal(again.checkout.couponProblem, null);
    await pay(house, again.invoiceId as string);
  });

  it("takes money for an invoice that was written off", async () => {
    const { accountId } = await subscribe("test-starter");
    const { invoiceId } = await house.call("billing.send_invoice", {
      accountId,
      currency: "USD",
      lines: [{ description: "Two hours of advice", quantity: 2, unitMinor: 25_000 }],
    });
    await house.call("billing.write_off_invoice", { invoiceId, reason: "Nobody answers" });
    await house.call("billing.record_payment", {
      invoiceId,
      amountMinor: 50_000,
      reference: "late",
      receivedOn: "2027-01-31",
    });
    assert.equal((await house.call("billing.get_invoice", { invoiceId })).status, "paid");
  });

  it("gives up an order nobody pays", async () => {
    buyers += 1;
    const bought = await buy(house, price("test-starter", "month"), {
      buyer: { email: `x${buyers}@example.com` },
    });
    house.clock.advance({ days: 40 });
    await house.runJob("billing.expire_orders");
    const [order] = await rows<{ status: string }>(
      house.app.database.db,
      sql`SELECT status FROM billing."order" WHERE account_id = ${bought.accountId}`,
    );
    assert.equal(order?.status, "cancelled");
    assert.equal((await invoices(bought.accountId))[0]?.status, "void");
  });

  it("changes once however many ask at once", async () => {
    const { accountId, subscriptionId } = await subscribe("test-starter");
    const change = { subscriptionId, priceId: price("test-pro", "month") };
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => house.call("billing.change_subscription", change)),
    );
    assert.equal(outcomes.filter(({ status }) => status === "fulfilled").length, 1);
    assert.equal((await invoices(accountId)).length, 2);
    await payOpen(accountId);
  });
});
