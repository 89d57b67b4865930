import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { findCurrentPrice } from "#modules/billing/queries/catalogue/find-current-price.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

let house: TestApp;
before(async () => {
  house = await openTestApp();
});
after(() => house.close());

const shown = async () =>
  (await house.call("billing.list_public_offers", {}, { kind: "anonymous" })).products;

it("fills an empty catalogue once, however many begin at the same time", async () => {
  const made = await Promise.all(
    Array.from({ length: 20 }, () => house.call("billing.create_starter_catalogue", {})),
  );
  assert.equal(made.filter(({ isCreated }) => isCreated).length, 1);
  const { items } = await house.call("billing.list_products", { standing: "all" });
  assert.deepEqual(
    items.map(({ key, offers }) => [key, offers.map((offer) => offer.key)]),
    [
      ["ai-business-mastery", ["ai-business-mastery"]],
      ["studio", ["studio-starter", "studio-pro", "studio-business", "studio-seat"]],
      ["consulting", ["consulting-hour"]],
    ],
  );
  assert.equal((await house.call("billing.list_terms", {})).items.length, 1);
});

it("puts the course and the plans before visitors, and hides what is sold by hand", async () => {
  const offers = (await shown()).flatMap((product) => product.offers);
  assert.deepEqual(
    offers.map(({ key }) => key),
    ["ai-business-mastery", "studio-starter", "studio-pro", "studio-business"],
  );
  const dollars = offers.map(({ prices }) =>
    prices.filter(({ currency }) => currency === "USD").map(({ cycle, amountMinor }) => [cycle, amountMinor]),
  );
  assert.deepEqual(dollars, [
    [
      ["once", 149_700],
      ["instalments", 164_100],
    ],
    [
      ["month", 9_700],
      ["year", 97_000],
    ],
    [
      ["month", 19_700],
      ["year", 197_000],
    ],
    [
      ["month", 29_700],
      ["year", 297_000],
    ],
  ]);
});

it("says of euros that they include tax, and splits instalments evenly", async () => {
  const price = await findCurrentPrice(house.app.database.db, {
    offer: { key: "ai-business-mastery" },
    currency: "EUR",
    cycle: "instalments",
    at: house.clock.now(),
  });
  assert.ok(price);
  assert.equal(price.terms.includesTax, true);
  assert.deepEqual(
    price.entitlements.map(({ key }) => key),
    ["academy.course:ai-business-mastery"],
  );
  const preview = await house.call("billing.preview_price", { priceId: price.id, quantity: 1 });
  assert.deepEqual(
    preview.instalments.map(({ amountMinor }) => amountMinor),
    [54_700, 54_700, 54_700],
  );
});

it("publishes conditions that answer what buyers ask", async () => {
  const { body } = await house.call("billing.get_terms", {}, { kind: "anonymous" });
  for (const heading of [
    "PAYING FOR A COURSE IN INSTALMENTS",
    "SUBSCRIPTIONS",
    "RIGHT OF WITHDRAWAL FOR CONSUMERS",
  ])
    assert.ok(body.includes(heading), heading);
  const numbers = [...body.matchAll(/^(\d+)\. [A-Z]/gmu)].map(([, number]) => Number(number));
  assert.deepEqual(
    numbers,
    numbers.map((_, index) => index + 1),
    "sections are numbered in order",
  );
  for (const [, section] of body.matchAll(/section (\d+(?:\.\d+)?)/gu))
    assert.match(
      body,
      new RegExp(`^${section?.replace(".", "\\.")}[. ]`, "mu"),
      `section ${section} is there`,
    );
});

it("leaves a house alone that sells something of its own", async () => {
  const other = await openTestApp();
  try {
    await other.call("billing.create_product", { key: "own", name: "Own", kind: "service" });
    assert.deepEqual(await other.call("billing.create_starter_catalogue", {}), { isCreated: false });
    assert.equal((await other.call("billing.list_products", {})).items.length, 1);
  } finally {
    await other.close();
  }
});
