import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { openShop, type Shop } from "#test/factories/shop.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const VISITOR = { kind: "anonymous" } as const;

describe("what public pages say", () => {
  let house: TestApp;
  let shop: Shop;
  before(async () => {
    house = await openTestApp();
    shop = await openShop(house);
  });
  after(() => house.close());
  const storefront = () => house.call("billing.get_storefront", {}, VISITOR);
  const set = (value: Record<string, unknown>) =>
    house.call("platform.update_settings", { key: "billing.storefront", value });

  it("is the company's name and answers, until somebody says more", async () => {
    const { headline, seller, questions, quotes } = await storefront();
    assert.deepEqual([seller.legalName, quotes], ["Your company", []]);
    assert.notEqual(headline, "");
    assert.ok(questions.length > 2);
    await set({ headline: "Work that pays" });
    await house.call("platform.update_settings", { key: "billing.brand", value: { colour: "#1F6F5C" } });
    const told = await storefront();
    assert.deepEqual(
      [told.headline, told.brand],
      ["Work that pays", { name: "Your company", colour: "#1f6f5c" }],
    );
  });

  it("names the seller as an imprint has to, and keeps the rest to the house", async () => {
    const value = { legalName: "Stein GmbH", line1: "Am Weg 1", postcode: "10115", city: "Berlin" };
    await house.call("platform.update_settings", {
      key: "billing.seller",
      value: { ...value, country: "DE", taxIds: { DE: "DE136695976" }, iban: "DE89370400440532013000" },
    });
    const { seller } = await storefront();
    assert.deepEqual(seller.address, ["Am Weg 1", "10115 Berlin"]);
    assert.deepEqual(seller.taxIds, ["DE136695976"]);
    assert.ok(!JSON.stringify(seller).includes("DE89370400440532013000"));
  });

  it("shows a price to who has its link, listed or not, while it is sold", async () => {
    const priceId = shop["test-course"]!.priceIds.full!;
    await house.app.database.db.execute(sql`UPDATE billing.offer SET is_public = false`);
    const sale = await house.call("billing.get_sale", { priceId }, VISITOR);
    assert.deepEqual(
      [sale.price.id, sale.price.amountMinor, sale.price.instalmentMinor],
      [priceId, 149_700, null],
    );
    await house.app.database.db.execute(
      sql`UPDATE billing.price SET sold_until_at = '2026-01-01T00:00:00Z' WHERE id = ${priceId}`,
    );
    await assert.rejects(house.call("billing.get_sale", { priceId }, VISITOR), {
      code: "billing.price_ended",
    });
    await assert.rejects(house.call("billing.get_sale", { priceId: newId() }, VISITOR), {
      code: "billing.price_unknown",
    });
  });
});
