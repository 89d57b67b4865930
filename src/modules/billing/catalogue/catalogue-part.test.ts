import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { cataloguePart } from "#modules/billing/catalogue-part.ts";
import { couponSearch, offerSearch } from "#modules/billing/catalogue/catalogue-search.ts";
import { entitlementsCard } from "#modules/billing/entitlements/entitlements-card.ts";
import { EntitlementGranted } from "#modules/billing/events/catalogue.ts";
import { grantData } from "#modules/billing/personal-data/catalogue.ts";
import { createPeople, personId } from "#test/factories/people.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";
import { ensureBuyer } from "#modules/people/index.ts";

let house: TestApp;
let accountId: string;
before(async () => {
  house = await openTestApp();
  await createPeople(house);
  await house.call("billing.create_starter_catalogue", {});
  await house.call("billing.create_coupon", {
    code: "LAUNCH",
    name: "Launch",
    percentPpm: 5,
    duration: "once",
  });
  const buyer = {
    email: "ada@example.com",
    name: "Ada",
    country: "DE",
    currency: "EUR",
    locale: "de",
    zone: "UTC",
  };
  ({ accountId } = await house.app.database.db.transaction((tx) =>
    ensureBuyer({ tx, now: house.clock.now(), emit: async () => {} } as never, buyer),
  ));
  await house.call("billing.grant_entitlement", {
    accountId,
    key: "studio.seats",
    quantity: 1200,
    reason: "Gift",
  });
  await house.call("billing.grant_entitlement", { accountId, key: "academy.course:ai", reason: "Gift" });
});
after(() => house.close());

it("finds offers by name and product, and coupons by code, but nothing that is archived", async () => {
  const { db } = house.app.database;
  const offers = await offerSearch.find(db, { text: "studio", limit: 10 });
  assert.deepEqual(
    offers.map(({ title }) => title),
    ["Starter", "Pro", "Business", "Additional seat"],
  );
  assert.match(offers[0]!.href, /^\/console\/billing\/catalogue\/offers\//u);
  const [coupon] = await couponSearch.find(db, { text: "laun", limit: 10 });
  assert.deepEqual([coupon?.title, coupon?.detail], ["LAUNCH", "Launch"]);
  await house.call("billing.archive_coupon", { couponId: coupon!.href.split("/").at(-1)! });
  assert.deepEqual(await couponSearch.find(db, { text: "laun", limit: 10 }), []);
});

it("shows on an account's page what it may use", async () => {
  const shown = await entitlementsCard.load(house.app.database.db, { accountId, now: house.clock.now() });
  assert.deepEqual(shown, [
    { label: "academy.course:ai", value: "Yes" },
    { label: "studio.seats", value: "1,200" },
  ]);
});

it("tells an account's timeline what was given", () => {
  const entry = cataloguePart.timeline.find(({ event }) => event === EntitlementGranted.name);
  const payload = { accountId, grantId: accountId, key: "studio.seats", quantity: 1, untilAt: null };
  assert.equal(entry?.tell(payload).text, "Was given studio.seats without a sale");
});

it("lets go of the person who gave something", async () => {
  const { db } = house.app.database;
  const owner = personId(house, "owner");
  assert.equal((await grantData.export(db, owner)).length, 2);
  await grantData.erase(db, owner);
  assert.deepEqual(await grantData.export(db, owner), []);
  assert.equal(
    (await house.call("billing.list_entitlements", { accountId })).items.length,
    2,
    "the gifts stay",
  );
});
