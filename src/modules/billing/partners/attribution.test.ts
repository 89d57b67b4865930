import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { openPartnerShop, type PartnerShop } from "#test/factories/partner-shop.ts";
import { buy, pay } from "#test/factories/shop.ts";

let at: PartnerShop;
before(async () => {
  at = await openPartnerShop();
});
after(() => at.house.close());

describe("an order that came by a link", () => {
  it("counts for the partner, whatever the case of the code", async () => {
    const { id, code } = await at.newPartner();
    const { partnerId } = await at.buyBy(code.toLowerCase());
    assert.equal(partnerId, id);
    assert.equal((await at.partner(id)).orders, 1);
    const { items } = await at.house.call("billing.list_referrals", { partnerId: id });
    assert.deepEqual(
      items.map(({ refused, buyerName }) => [refused, buyerName]),
      [[null, "Anna Ahrens"]],
    );
  });

  it("of a code that nobody has, or whose link is switched off, is an order as any other", async () => {
    const { id, ...facts } = await at.newPartner();
    await at.house.call("billing.update_partner", { ...facts, partnerId: id, isActive: false });
    assert.equal((await at.buyBy(facts.code)).partnerId, null);
    assert.equal((await at.buyBy("nobody-of-this-name")).partnerId, null);
  });

  it("is the partner's also when it is placed in another checkout of the same e-mail", async () => {
    const { id, code } = await at.newPartner();
    const email = at.someone();
    await at.come(code, { email });
    const { accountId } = await buy(at.house, at.price("test-course", "full"), {
      buyer: { email: email.toUpperCase() },
    });
    const order = await firstRow<{ partnerId: string }>(
      at.house.app.database.db,
      sql`SELECT partner_id AS "partnerId" FROM billing."order" WHERE account_id = ${accountId}`,
    );
    assert.equal(order?.partnerId, id);
  });

  it("counts for the last link, or the first, as it is set", async () => {
    const [first, last] = [await at.newPartner(), await at.newPartner()];
    const come = async (email: string) => {
      await at.come(first.code, { email });
      at.house.clock.advance({ hours: 1 });
      return (await at.buyBy(last.code, { email })).partnerId;
    };
    assert.equal(await come(at.someone()), last.id);
    await at.house.call("platform.update_settings", { key: "billing.partners", value: { touch: "first" } });
    assert.equal(await come(at.someone()), first.id);
    await at.house.call("platform.update_settings", { key: "billing.partners", value: {} });
  });

  it("does not count when the partner buys from themselves, and says why", async () => {
    const own = await buy(at.house, at.price("test-course", "full"), { buyer: { email: at.someone() } });
    const byAccount = await at.newPartner({ accountId: own.accountId });
    const byEmail = await at.newPartner({ email: "vera.partner@example.org" });
    const byTax = await at.newPartner({ taxId: "DE 136695976" });
    const reasonOf = async (partnerId: string) => {
      const { items } = await at.house.call("billing.list_referrals", { partnerId });
      return items.map(({ refused }) => refused);
    };
    const ownEmail = await firstRow<{ email: string }>(
      at.house.app.database.db,
      sql`SELECT email FROM auth.person WHERE id = ${own.personId}`,
    );
    assert.equal((await at.buyBy(byAccount.code, { email: ownEmail?.email })).partnerId, null);
    assert.equal((await reasonOf(byAccount.id)).length, 1);
    assert.equal((await at.buyBy(byEmail.code, { email: "vera.partner+2@example.org" })).partnerId, null);
    assert.deepEqual(await reasonOf(byEmail.id), ["same_email"]);
    const business = { organisation: "Vera GmbH", country: "DE", taxId: "DE136695976" };
    assert.equal((await at.buyBy(byTax.code, business)).partnerId, null);
    assert.deepEqual(await reasonOf(byTax.id), ["same_tax_id"]);
    assert.equal((await at.partner(byTax.id)).refusedOrders, 1);
  });
});

describe("a partner who is a customer", () => {
  it("sees their own link and earnings, and nobody else's", async () => {
    const own = await buy(at.house, at.price("test-course", "full"), { buyer: { email: at.someone() } });
    const made = await at.newPartner({ accountId: own.accountId });
    const { invoiceId } = await at.buyBy(made.code);
    await pay(at.house, invoiceId);
    await at.house.drain();
    const me: Actor = { kind: "person", personId: own.personId, role: null };
    const { items } = await at.house.call("billing.get_my_referrals", {}, me);
    assert.deepEqual(
      items.map(({ code, orders, sums }) => [code, orders, sums[0]?.accruedMinor]),
      [[made.code, 1, 44_910]],
    );
    assert.match(items[0]?.link ?? "", /\/r\/PARTNER-\d+$/);
    const other: Actor = { kind: "person", personId: newId(), role: null };
    assert.deepEqual((await at.house.call("billing.get_my_referrals", {}, other)).items, []);
  });
});

describe("a referral link", () => {
  it("is known, or leads nowhere in particular", async () => {
    const { code } = await at.newPartner();
    const read = (text: string) =>
      at.house.call("billing.read_referral_code", { code: text }, { kind: "anonymous" });
    assert.deepEqual(await read(code.toLowerCase()), { code });
    for (const text of ["//evil.test", "https://evil.test", "", "NOBODY", "a b"])
      assert.deepEqual(await read(text), { code: null });
  });

  it("has a code of its own", async () => {
    const { code } = await at.newPartner();
    await assert.rejects(at.newPartner({ code }), { code: "billing.partner_code_taken" });
    await assert.rejects(at.newPartner({ fixedMinor: 100, currency: "USD" }), { kind: "invalid" });
    await assert.rejects(at.newPartner({ ratePpm: null, fixedMinor: 100, currency: "QQQ" }), {
      code: "billing.currency_unknown",
    });
  });
});
