import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { assertAccessible } from "#test/e2e/axe.ts";
import { eventually, orderAs, signInByMail } from "#test/e2e/buyer.ts";
import { ownerJourney } from "#test/e2e/journey.ts";
import { read, write } from "#test/e2e/owner.ts";

const SUBSCRIBER = "nora@example.test";

interface Partner {
  sums: { currency: string; accruedMinor: number }[];
}

/** A customer who was sent by a partner, pays less by a coupon, saves a card, pauses, leaves and comes back. */
describe("staying", () => {
  const journey = ownerJourney();
  let subscriber: Page;
  before(async () => {
    const owner = journey.page();
    await write(owner, "/billing/coupons", {
      code: "HALF",
      name: "Half of it",
      percentPpm: 500_000,
      duration: "once",
    });
    await write(owner, "/billing/partners", {
      code: "nina",
      name: "Nina",
      email: "nina@example.net",
      ratePpm: 200_000,
    });
    subscriber = await journey.window({ locale: "en-GB", reducedMotion: "reduce" });
  });
  const see = (text: string | RegExp) => subscriber.getByText(text).first().waitFor();
  const press = (name: string | RegExp) => subscriber.getByRole("button", { name }).first().click();

  it("begins at the front door, which leads to the prices and a picture of what is sold", async () => {
    await subscriber.goto(journey.house().url);
    await assertAccessible(subscriber);
    await subscriber.getByRole("link", { name: /what it costs/ }).click();
    const picture = subscriber.getByRole("img", { name: /as a student sees it/ });
    // Rejects for a picture that is broken, and waits for one that is on its way.
    await picture.evaluate((image) => (image as HTMLImageElement).decode());
    assert.ok((await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)) > 0);
  });

  it("buys by a partner's link at half the price, and the partner earns of what was paid", async () => {
    const { url } = journey.house();
    const wish = { link: /^Choose Pro/, email: SUBSCRIBER, provider: "Sandbox", coupon: "HALF" } as const;
    assert.match(await orderAs(subscriber, url, { ...wish, from: "/r/nina" }), /98\.50/);
    await press("Pay");
    await subscriber.waitForURL(/thanks/);
    await see("Thank you, it is paid");
    await assertAccessible(subscriber);
    const sum = await eventually(async () => {
      const { items } = await read<{ items: { id: string }[] }>(journey.page(), "/billing/partners");
      return (await read<Partner>(journey.page(), `/billing/partners/${items[0]?.id}`)).sums[0];
    });
    assert.equal(sum.accruedMinor, 1970);
  });

  it("saves another card", async () => {
    const { url } = journey.house();
    await signInByMail(subscriber, journey.page(), { url, email: SUBSCRIBER });
    await subscriber.goto(`${url}/account/payment-methods`);
    await assertAccessible(subscriber);
    const saved = await subscriber.getByRole("button", { name: /^Remove/ }).count();
    await press(/^Save one by Sandbox/);
    await subscriber.waitForURL(/sandbox\/payments/);
    await assertAccessible(subscriber);
    await press("Save the card");
    await see("The payment method is saved.");
    assert.equal(await subscriber.getByRole("button", { name: /^Remove/ }).count(), saved + 1);
  });

  it("plans a pause and takes it back", async () => {
    await subscriber.goto(`${journey.house().url}/account`);
    await subscriber.getByRole("link", { name: /^Change or cancel/ }).click();
    await subscriber.getByText("Pause it").click();
    await press("Plan the pause");
    await see("The pause is planned.");
    await assertAccessible(subscriber);
    await press("Keep it after all");
    await see("It goes on as before.");
  });

  it("leaves today, and buys again what it left", async () => {
    await subscriber.getByText("Cancel it").click();
    await subscriber.getByLabel("Today").check();
    await press(/^Cancel /);
    await see("Begin again");
    await assertAccessible(subscriber);
    await press("Buy it again");
    await subscriber.waitForURL(/invoices\//);
    await assertAccessible(subscriber);
    await eventually(async () => {
      const { items } = await read<{ items: { status: string }[] }>(
        journey.page(),
        "/billing/subscriptions?limit=5",
      );
      return items.some(({ status }) => status === "active") || undefined;
    });
  });
});
