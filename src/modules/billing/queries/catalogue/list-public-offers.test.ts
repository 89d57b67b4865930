import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { openTestApp, type TestApp } from "#test/harness.ts";

let house: TestApp;
let offerId: string;
let priceId: string;
before(async () => {
  house = await openTestApp();
  const { productId } = await house.call("billing.create_product", {
    key: "studio",
    name: "Studio",
    kind: "service",
  });
  const made = await house.call("billing.create_offer", {
    productId,
    key: "studio-pro",
    name: "Pro",
    kind: "subscription",
    features: ["60 documents a month"],
  });
  offerId = made.offerId;
  const terms = { cycle: "month", amountMinor: 19_700 } as const;
  ({ priceId } = await house.call("billing.add_price", { offerId, terms: { ...terms, currency: "EUR" } }));
  await house.call("billing.add_price", { offerId, terms: { ...terms, currency: "USD" } });
  const hidden = await house.call("billing.create_offer", {
    productId,
    key: "studio-secret",
    name: "Secret",
    kind: "subscription",
    isPublic: false,
  });
  await house.call("billing.add_price", { offerId: hidden.offerId, terms: { ...terms, currency: "USD" } });
  await house.call("billing.create_offer", {
    productId,
    key: "studio-unpriced",
    name: "No price",
    kind: "subscription",
  });
});
after(() => house.close());

const shown = (input: { currency?: string; product?: string } = {}) =>
  house.call("billing.list_public_offers", input, { kind: "anonymous" });
const amounts = async (input?: { currency?: string }) =>
  (await shown(input)).products.flatMap(({ offers }) =>
    offers.flatMap(({ key, prices }) =>
      prices.map(({ currency, amountMinor }) => [key, currency, amountMinor]),
    ),
  );

it("shows visitors what is public and has a price, in the company's currency first", async () => {
  const { currencies, products } = await shown();
  assert.deepEqual(currencies, ["USD", "EUR"]);
  assert.deepEqual(
    products.map(({ key, offers }) => [key, offers.map((offer) => offer.key)]),
    [["studio", ["studio-pro"]]],
  );
  assert.deepEqual(await amounts({ currency: "EUR" }), [["studio-pro", "EUR", 19_700]]);
  assert.deepEqual((await shown({ product: "nothing" })).products, []);
});

it("changes prices at their instant, though it keeps what it read", async () => {
  await house.call("billing.change_price", {
    priceId,
    amount: { amountMinor: 20_700 },
    soldFromAt: "2027-02-01T00:00:00Z",
  });
  house.clock.set(Temporal.Instant.from("2027-01-31T23:59:59Z"));
  assert.deepEqual(await amounts({ currency: "EUR" }), [["studio-pro", "EUR", 19_700]]);
  house.clock.set(Temporal.Instant.from("2027-02-01T00:00:00Z"));
  assert.deepEqual(await amounts({ currency: "EUR" }), [["studio-pro", "EUR", 20_700]]);
});

it("forgets at once what left the catalogue", async () => {
  assert.equal((await amounts()).length, 2);
  await house.call("billing.archive_offer", { offerId });
  assert.deepEqual(await amounts(), []);
  await house.call("billing.restore_offer", { offerId });
  assert.equal((await amounts()).length, 2);
});
