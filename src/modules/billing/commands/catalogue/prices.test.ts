import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { isAppError } from "#kernel/errors.ts";
import { findCurrentPrice } from "#modules/billing/queries/catalogue/find-current-price.ts";
import { getPrice } from "#modules/billing/queries/catalogue/get-price.ts";
import { catalogueOf } from "#test/factories/catalogue.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const refusal = (code: string) => (error: unknown) => isAppError(error) && error.code === code;
const monthly = { currency: "USD", cycle: "month", amountMinor: 9_700 } as const;

describe("dated prices", () => {
  let house: TestApp;
  let make: ReturnType<typeof catalogueOf>;
  before(async () => {
    house = await openTestApp();
    make = catalogueOf(house);
  });
  after(() => house.close());
  const pricesOf = async (offerId: string) => (await house.call("billing.get_offer", { offerId })).prices;

  describe("their sale", () => {
    it("fit the kind of the offer", async () => {
      const subscription = await make.offer();
      const once = await make.offer({ kind: "one_off" });
      await assert.rejects(make.price(subscription, { cycle: "once" }), refusal("billing.price_cycle_unfit"));
      await assert.rejects(make.price(once), refusal("billing.price_cycle_unfit"));
      await make.price(once, { cycle: "instalments", instalments: 3 });
    });

    it("say what does not go together", async () => {
      const offerId = await make.offer();
      const tier = (upTo: number | null) => ({ upTo, unitMinor: 100 });
      for (const terms of [
        { scheme: "graduated", amountMinor: 0 },
        { scheme: "graduated", amountMinor: 5, tiers: [tier(null)] },
        { scheme: "graduated", amountMinor: 0, tiers: [tier(10)] },
        { scheme: "volume", amountMinor: 0, tiers: [tier(10), tier(10), tier(null)] },
        { scheme: "volume", amountMinor: 0, tiers: [tier(null), tier(null)] },
        { scheme: "flat", tiers: [tier(null)] },
        { scheme: "package" },
        { packageSize: 10 },
        { instalments: 3 },
      ])
        await assert.rejects(make.price(offerId, terms), refusal("input.invalid"), JSON.stringify(terms));
      await assert.rejects(make.price(offerId, { currency: "XAU" }), refusal("money.currency_unknown"));
    });

    it("of one slot are sold one after the other", async () => {
      const offerId = await make.offer();
      await make.price(offerId, {}, { soldUntilAt: "2027-03-01T00:00:00Z" });
      await assert.rejects(make.price(offerId), refusal("billing.price_overlaps"));
      await assert.rejects(
        make.price(offerId, {}, { soldFromAt: "2027-02-28T23:59:59Z" }),
        refusal("billing.price_overlaps"),
      );
      await make.price(offerId, { amountMinor: 10_700 }, { soldFromAt: "2027-03-01T00:00:00Z" });
      for (const other of [{ currency: "EUR" }, { cycle: "year" }, { cycleCount: 3 }])
        await make.price(offerId, other);
      await assert.rejects(
        make.price(
          offerId,
          { currency: "GBP" },
          { soldFromAt: "2027-03-02T00:00:00Z", soldUntilAt: "2027-03-01T00:00:00Z" },
        ),
        refusal("billing.price_window_empty"),
      );
    });

    it("are followed, never edited", async () => {
      const offerId = await make.offer();
      const old = await make.price(offerId);
      const { priceId } = await house.call("billing.change_price", {
        priceId: old,
        amount: { amountMinor: 10_700 },
        soldFromAt: "2027-06-01T00:00:00Z",
      });
      const { db } = house.app.database;
      assert.equal((await getPrice(db, old)).terms.amountMinor, 9_700);
      const on = (day: string) =>
        findCurrentPrice(db, {
          offer: { id: offerId },
          currency: "USD",
          cycle: "month",
          at: Temporal.Instant.from(`${day}T00:00:00Z`),
        });
      assert.equal((await on("2027-05-31"))?.id, old);
      assert.equal((await on("2027-06-01"))?.id, priceId);
      assert.equal((await on("2027-01-01"))?.id, undefined, "nothing was sold before it was added");
      const standings = (await pricesOf(offerId)).map(({ id, standing }) => [id, standing]);
      assert.deepEqual(standings, [
        [priceId, "scheduled"],
        [old, "current"],
      ]);
    });

    it("that are to come may be replaced before they begin", async () => {
      const offerId = await make.offer();
      const scheduled = await make.price(offerId, {}, { soldFromAt: "2027-06-01T00:00:00Z" });
      const { priceId } = await house.call("billing.change_price", {
        priceId: scheduled,
        amount: { amountMinor: 1 },
      });
      const changed = await pricesOf(offerId);
      assert.deepEqual(
        changed
          .map(({ id, standing, soldFromAt }) => [id === priceId, standing, soldFromAt.slice(0, 10)])
          .toSorted(),
        [
          [false, "ended", "2027-06-01"],
          [true, "scheduled", "2027-06-01"],
        ],
      );
      await make.price(offerId, {}, { soldUntilAt: "2027-06-01T00:00:00Z" });
    });

    it("end, and are not sold again", async () => {
      const offerId = await make.offer();
      const priceId = await make.price(offerId);
      await house.call("billing.end_price", { priceId, at: "2027-02-01T00:00:00Z" });
      await house.call("billing.end_price", { priceId });
      assert.deepEqual(
        (await pricesOf(offerId)).map(({ standing }) => standing),
        ["ended"],
      );
      await assert.rejects(house.call("billing.end_price", { priceId }), refusal("billing.price_is_over"));
      await assert.rejects(
        house.call("billing.change_price", { priceId, amount: { amountMinor: 1 } }),
        refusal("billing.price_is_over"),
      );
      await make.price(offerId);
    });

    it("are added once when twenty people add them", async () => {
      const offerId = await make.offer();
      const tries = await Promise.allSettled(Array.from({ length: 20 }, () => make.price(offerId)));
      assert.equal(tries.filter(({ status }) => status === "fulfilled").length, 1);
      for (const each of tries)
        if (each.status === "rejected")
          assert.ok(refusal("billing.price_overlaps")(each.reason), String(each.reason));
    });

    it("are followed once at a time when twenty people change them", async () => {
      const offerId = await make.offer();
      const priceId = await make.price(offerId);
      const tries = await Promise.allSettled(
        Array.from({ length: 20 }, (_, index) =>
          house.call("billing.change_price", { priceId, amount: { amountMinor: 1_000 + index } }),
        ),
      );
      assert.equal(tries.filter(({ status }) => status === "fulfilled").length, 1);
      const standings = (await pricesOf(offerId)).map(({ standing }) => standing).toSorted();
      assert.deepEqual(standings, ["current", "ended"]);
    });

    it("end once when twenty people end them", async () => {
      const priceId = await make.price(await make.offer());
      const tries = await Promise.allSettled(
        Array.from({ length: 20 }, () => house.call("billing.end_price", { priceId })),
      );
      assert.equal(tries.filter(({ status }) => status === "fulfilled").length, 1);
    });
  });

  describe("the preview of a price", () => {
    it("says how an amount comes about", async () => {
      const tiers = [
        { upTo: 10, unitMinor: 900, flatMinor: 0 },
        { upTo: null, unitMinor: 700, flatMinor: 500 },
      ];
      const priceId = await make.price(await make.offer(), { scheme: "graduated", amountMinor: 0, tiers });
      const preview = await house.call("billing.preview_price", { priceId, quantity: 12 });
      assert.deepEqual(
        [preview.amountMinor, preview.unitMinor, preview.monthlyMinor],
        [10_900, null, 10_900],
      );
      assert.deepEqual(
        preview.tiers.map(({ from, to, units, amountMinor }) => [from, to, units, amountMinor]),
        [
          [1, 10, 10, 9_000],
          [11, null, 2, 1_900],
        ],
      );
    });

    it("takes terms that are not saved", async () => {
      const terms = { currency: "EUR", cycle: "instalments", instalments: 3, amountMinor: 100_000 } as const;
      const preview = await house.call("billing.preview_price", { terms, quantity: 1 });
      assert.deepEqual(
        preview.instalments.map(({ dueOn, amountMinor }) => [dueOn, amountMinor]),
        [
          ["2027-01-04", 33_334],
          ["2027-02-04", 33_333],
          ["2027-03-04", 33_333],
        ],
      );
      assert.equal(preview.monthlyMinor, null);
      await assert.rejects(house.call("billing.preview_price", { quantity: 1 }), refusal("input.invalid"));
      await assert.rejects(
        house.call("billing.preview_price", { terms: { ...monthly, currency: "QQQ" }, quantity: 1 }),
        refusal("money.currency_unknown"),
      );
    });
  });
});
