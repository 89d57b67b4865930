import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openPartnerShop, type PartnerShop } from "#test/factories/partner-shop.ts";
import { pay } from "#test/factories/shop.ts";

let at: PartnerShop;
before(async () => {
  at = await openPartnerShop();
});
after(() => at.house.close());

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
