import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "#kernel/db/sql.ts";
import { openPartnerShop, type PartnerShop, takeBack } from "#test/factories/partner-shop.ts";
import { pay } from "#test/factories/shop.ts";

let at: PartnerShop;
before(async () => {
  at = await openPartnerShop();
});
after(() => at.house.close());

/** Delivers every fact once more. */
async function hearAllAgain() {
  await at.house.app.database.db.execute(
    sql`UPDATE kernel.subscriber_cursor SET xid = '0', seq = 0 WHERE subscriber = 'billing.settle_commissions'`,
  );
  await at.house.drain();
}

describe("a commission", () => {
  it("accrues on payment, once, and is booked", async () => {
    const { id, code } = await at.newPartner();
    const { invoiceId } = await at.buyBy(code);
    await at.house.drain();
    assert.equal(await at.sumsOf(id), undefined);
    const owed = await at.booked("commissions_payable");
    await pay(at.house, invoiceId);
    await at.house.drain();
    await at.house.drain();
    const sums = await at.sumsOf(id);
    assert.deepEqual([sums?.accruedMinor, sums?.heldMinor, sums?.payableMinor], [44_910, 44_910, 0]);
    assert.equal((await at.booked("commissions_payable")) - owed, -44_910);
    await at.booksAreRight();
  });

  it("of payments in parts comes to the same as of one", async () => {
    const { id, code } = await at.newPartner({ ratePpm: 333_333 });
    const { invoiceId } = await at.buyBy(code);
    for (const part of [33_333, 1, 66_666]) {
      await pay(at.house, invoiceId, part);
      await at.house.drain();
    }
    await pay(at.house, invoiceId);
    await at.house.drain();
    assert.equal((await at.sumsOf(id))?.accruedMinor, 49_900);
  });

  it("falls with a refund by the same part, and to nothing with the rest", async () => {
    const { id, code } = await at.newPartner({ ratePpm: 100_000 });
    const { invoiceId } = await at.buyBy(code);
    await pay(at.house, invoiceId);
    await at.house.drain();
    await at.house.call("billing.refund_invoice", { invoiceId, amountMinor: 49_700, reason: "Part of it" });
    await at.house.drain();
    let sums = await at.sumsOf(id);
    assert.deepEqual([sums?.accruedMinor, sums?.clawedBackMinor, sums?.heldMinor], [14_970, 4_970, 10_000]);
    await at.house.call("billing.refund_invoice", { invoiceId, reason: "The rest" });
    await at.house.drain();
    sums = await at.sumsOf(id);
    assert.deepEqual([sums?.clawedBackMinor, sums?.heldMinor], [14_970, 0]);
    await at.booksAreRight();
  });

  it("goes back with a payment that was never this customer's, once, and is earned again by the right one", async () => {
    const { id, code } = await at.newPartner({ ratePpm: 100_000 });
    const { invoiceId } = await at.buyBy(code);
    await pay(at.house, invoiceId, 49_700);
    const { paymentId } = await pay(at.house, invoiceId);
    await at.house.drain();
    await takeBack(at.house, paymentId);
    await at.house.drain();
    let sums = await at.sumsOf(id);
    assert.deepEqual([sums?.accruedMinor, sums?.clawedBackMinor, sums?.heldMinor], [14_970, 10_000, 4970]);
    await hearAllAgain();
    sums = await at.sumsOf(id);
    assert.deepEqual([sums?.accruedMinor, sums?.clawedBackMinor, sums?.heldMinor], [14_970, 10_000, 4970]);
    await at.booksAreRight();
    await pay(at.house, invoiceId);
    await at.house.drain();
    sums = await at.sumsOf(id);
    assert.deepEqual([sums?.accruedMinor, sums?.clawedBackMinor, sums?.heldMinor], [24_970, 10_000, 14_970]);
    await at.booksAreRight();
  });

  it("that was paid out before the payment went back lowers the next statement", async () => {
    const { id, code } = await at.newPartner({ ratePpm: 100_000 });
    const { invoiceId } = await at.buyBy(code);
    const { paymentId } = await pay(at.house, invoiceId);
    await at.house.drain();
    at.house.clock.advance({ days: 40 });
    const drawn = { partnerId: id, currency: "USD" };
    const statement = await at.house.call("billing.draw_commission_statement", drawn);
    await at.house.call("billing.pay_commission_statement", {
      statementId: statement.id,
      paidOn: "2027-02-01",
    });
    await takeBack(at.house, paymentId);
    await at.house.drain();
    const sums = await at.sumsOf(id);
    assert.deepEqual(
      [sums?.accruedMinor, sums?.clawedBackMinor, sums?.payableMinor],
      [14_970, 14_970, -14_970],
    );
    await assert.rejects(at.house.call("billing.draw_commission_statement", drawn), { kind: "conflict" });
    await at.booksAreRight();
  });

  it("that is fixed is earned once for an order", async () => {
    const { id, code } = await at.newPartner({ ratePpm: null, fixedMinor: 5000, currency: "USD" });
    const { invoiceId, accountId } = await at.buyBy(code, {}, at.price("test-starter", "month"));
    await pay(at.house, invoiceId);
    await at.house.drain();
    at.house.clock.advance({ days: 32 });
    await pay(at.house, await at.renew(accountId));
    await at.house.drain();
    assert.equal((await at.sumsOf(id))?.accruedMinor, 5000);
  });

  it("is earned by renewals for as many months as agreed", async () => {
    const [always, once] = [await at.newPartner(), await at.newPartner({ earningMonths: 1 })];
    for (const { code } of [always, once]) {
      const { invoiceId, accountId } = await at.buyBy(code, {}, at.price("test-starter", "month"));
      await pay(at.house, invoiceId);
      at.house.clock.advance({ days: 32 });
      await pay(at.house, await at.renew(accountId));
      await at.house.drain();
    }
    assert.equal((await at.sumsOf(always.id))?.accruedMinor, 5820);
    assert.equal((await at.sumsOf(once.id))?.accruedMinor, 2910);
  });

  it("keeps the terms of the day the invoice was first paid", async () => {
    const { id, ...facts } = await at.newPartner({ ratePpm: 100_000 });
    const { invoiceId } = await at.buyBy(facts.code);
    await pay(at.house, invoiceId, 100_000);
    await at.house.drain();
    await at.house.call("billing.update_partner", {
      ...facts,
      partnerId: id,
      ratePpm: 500_000,
      isActive: true,
    });
    await pay(at.house, invoiceId);
    await at.house.drain();
    assert.equal((await at.sumsOf(id))?.accruedMinor, 14_970);
  });
});
