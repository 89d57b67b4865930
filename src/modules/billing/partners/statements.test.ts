import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openPartnerShop, type PartnerShop } from "#test/factories/partner-shop.ts";
import { pay } from "#test/factories/shop.ts";

let at: PartnerShop;
before(async () => {
  at = await openPartnerShop();
});
after(() => at.house.close());

describe("paying a partner", () => {
  async function earned(ratePpm = 100_000) {
    const made = await at.newPartner({ ratePpm });
    const { invoiceId } = await at.buyBy(made.code);
    await pay(at.house, invoiceId);
    await at.house.drain();
    return { partnerId: made.id, invoiceId };
  }
  const draw = (partnerId: string) =>
    at.house.call("billing.draw_commission_statement", { partnerId, currency: "USD" });

  it("waits until the hold is over", async () => {
    const { partnerId } = await earned();
    await assert.rejects(draw(partnerId), { code: "billing.nothing_payable" });
    at.house.clock.advance({ days: 29 });
    await assert.rejects(draw(partnerId), { code: "billing.nothing_payable" });
    at.house.clock.advance({ days: 1 });
    const statement = await draw(partnerId);
    assert.equal(statement.amountMinor, 14_970);
    const { lines } = await at.house.call("billing.get_commission_statement", { statementId: statement.id });
    assert.deepEqual(
      lines.map(({ amountMinor }) => amountMinor),
      [14_970],
    );
  });

  it("draws one statement and pays it once, however many ask at once", async () => {
    const { partnerId } = await earned();
    at.house.clock.advance({ days: 30 });
    const drawn = await Promise.allSettled(Array.from({ length: 20 }, () => draw(partnerId)));
    const statements = drawn.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    assert.equal(statements.length, 1);
    const owed = await at.booked("commissions_payable");
    const paidOn = at.house.clock.now().toZonedDateTimeISO("UTC").toPlainDate().toString();
    const input = { statementId: statements[0]!.id, paidOn, reference: "SEPA 1" };
    const paid = await Promise.allSettled(
      Array.from({ length: 20 }, () => at.house.call("billing.pay_commission_statement", input)),
    );
    assert.equal(paid.filter(({ status }) => status === "fulfilled").length, 1);
    assert.equal((await at.booked("commissions_payable")) - owed, 14_970);
    const sums = await at.sumsOf(partnerId);
    assert.deepEqual([sums?.paidMinor, sums?.statedMinor, sums?.payableMinor], [14_970, 14_970, 0]);
    await at.booksAreRight();
  });

  it("gives back what a statement held when it is taken back, and takes it back once", async () => {
    const { partnerId } = await earned();
    at.house.clock.advance({ days: 30 });
    const { id: statementId } = await draw(partnerId);
    const gone = await Promise.allSettled(
      Array.from({ length: 20 }, () => at.house.call("billing.cancel_commission_statement", { statementId })),
    );
    assert.equal(gone.filter(({ status }) => status === "fulfilled").length, 1);
    assert.equal((await at.sumsOf(partnerId))?.payableMinor, 14_970);
    await assert.rejects(
      at.house.call("billing.pay_commission_statement", { statementId, paidOn: "2027-01-04" }),
      { code: "billing.statement_settled" },
    );
    assert.equal((await draw(partnerId)).amountMinor, 14_970);
  });

  it("carries on what was paid too much after a refund", async () => {
    const { partnerId, invoiceId } = await earned();
    const { code } = await at.partner(partnerId);
    at.house.clock.advance({ days: 30 });
    const { id: statementId } = await draw(partnerId);
    const paidOn = at.house.clock.now().toZonedDateTimeISO("UTC").toPlainDate().toString();
    await at.house.call("billing.pay_commission_statement", { statementId, paidOn });
    await at.house.call("billing.refund_invoice", { invoiceId, reason: "Returned" });
    await at.house.drain();
    assert.equal((await at.sumsOf(partnerId))?.payableMinor, -14_970);
    await assert.rejects(draw(partnerId), { code: "billing.nothing_payable" });
    for (let orders = 0; orders < 2; orders += 1) {
      const { invoiceId: bought } = await at.buyBy(code);
      await pay(at.house, bought);
    }
    await at.house.drain();
    at.house.clock.advance({ days: 30 });
    assert.equal((await draw(partnerId)).amountMinor, 14_970);
    await at.booksAreRight();
  });

  it("is for who handles money", async () => {
    const { partnerId } = await earned();
    for (const role of ["support", "viewer", "editor"] as const)
      await assert.rejects(
        at.house.call("billing.draw_commission_statement", { partnerId, currency: "USD" }, role),
        { kind: "forbidden" },
      );
  });
});
