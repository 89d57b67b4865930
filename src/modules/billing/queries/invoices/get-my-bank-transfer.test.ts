import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { buy, openShop, pay, type Shop } from "#test/factories/shop.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("paying one's own invoice by bank", () => {
  let house: TestApp;
  let shop: Shop;
  before(async () => {
    house = await openTestApp();
    shop = await openShop(house);
  });
  after(() => house.close());

  async function customer() {
    const bought = await buy(house, shop["test-course"]!.priceIds.full!, {
      buyer: { email: `${newId()}@example.com` },
    });
    const me: Actor = { kind: "person", personId: bought.personId, role: null };
    return { me, invoiceId: bought.invoiceId! };
  }
  const bank = async (invoiceId: string, as: Actor) =>
    (await house.call("billing.get_my_bank_transfer", { invoiceId }, as)).bank;

  it("is told as the invoice says, until nothing is open", async () => {
    await house.call("platform.update_settings", {
      key: "billing.seller",
      value: { legalName: "Stein GmbH", iban: "DE89370400440532013000" },
    });
    const { me, invoiceId } = await customer();
    const told = await bank(invoiceId, me);
    const invoice = await house.call("billing.get_my_invoice", { invoiceId }, me);
    assert.deepEqual(
      [told?.name, told?.iban, told?.reference, told?.amountMinor],
      ["Stein GmbH", "DE89370400440532013000", invoice.paymentReference, invoice.totalMinor],
    );
    await pay(house, invoiceId);
    assert.equal(await bank(invoiceId, me), null);
  });

  it("is told to nobody else", async () => {
    const [one, other] = [await customer(), await customer()];
    await assert.rejects(bank(one.invoiceId, other.me), { code: "billing.invoice_unknown" });
  });
});
