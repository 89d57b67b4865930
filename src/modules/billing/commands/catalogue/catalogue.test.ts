import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { isAppError } from "#kernel/errors.ts";
import { findCurrentPrice } from "#modules/billing/queries/catalogue/find-current-price.ts";
import { getPrice } from "#modules/billing/queries/catalogue/get-price.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const refusal = (code: string) => (error: unknown) => isAppError(error) && error.code === code;
const monthly = { currency: "USD", cycle: "month", amountMinor: 9_700 } as const;

describe("the catalogue", () => {
  let house: TestApp;
  let names = 0;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());

  const product = async (given: { key?: string } = {}) =>
    (
      await house.call("billing.create_product", {
        key: `product-${(names += 1)}`,
        name: "Studio",
        kind: "service",
        ...given,
      })
    ).productId;
  const offer = async (given: { kind?: "one_off" | "subscription"; productId?: string } = {}) =>
    (
      await house.call("billing.create_offer", {
        productId: given.productId ?? (await product()),
        key: `offer-${(names += 1)}`,
        name: "Starter",
        kind: given.kind ?? "subscription",
      })
    ).offerId;
  const price = async (offerId: string, terms: object = {}, window: object = {}) =>
    (await house.call("billing.add_price", { offerId, terms: { ...monthly, ...terms }, ...window })).priceId;
  const pricesOf = async (offerId: string) => (await house.call("billing.get_offer", { offerId })).prices;

  describe("products and offers", () => {
    it("are described anew field by field, and keep the rest", async () => {
      const productId = await product();
      await house.call("billing.update_product", { productId, description: "Writes documents" });
      const found = await house.call("billing.get_product", { productId });
      assert.deepEqual(
        [found.name, found.description, found.taxCategory],
        ["Studio", "Writes documents", "digital_service"],
      );

      const offerId = await offer({ kind: "one_off", productId });
      await house.call("billing.update_offer", { offerId, features: ["One", "Two"], accessDays: 365 });
      await house.call("billing.update_offer", { offerId, position: 3 });
      const after = await house.call("billing.get_offer", { offerId });
      assert.deepEqual([after.features, after.accessDays, after.position], [["One", "Two"], 365, 3]);
      await house.call("billing.update_offer", { offerId, accessDays: null });
      assert.equal((await house.call("billing.get_offer", { offerId })).accessDays, null);
    });

    it("have keys of their own", async () => {
      await product({ key: "taken" });
      await assert.rejects(product({ key: "taken" }), refusal("billing.key_taken"));
    });

    it("refuse trials and days of access where they mean nothing", async () => {
      const subscription = await offer();
      const once = await offer({ kind: "one_off" });
      await assert.rejects(
        house.call("billing.update_offer", { offerId: subscription, accessDays: 30 }),
        refusal("billing.access_days_unfit"),
      );
      await assert.rejects(
        house.call("billing.update_offer", { offerId: once, trialDays: 14 }),
        refusal("billing.trial_unfit"),
      );
    });

    it("are changed by editors and finance, and read by all of the company", async () => {
      const productId = await product();
      for (const role of ["support", "viewer"] as const) {
        await assert.rejects(
          house.call("billing.archive_product", { productId }, role),
          refusal("access.forbidden"),
        );
        assert.equal((await house.call("billing.get_product", { productId }, role)).id, productId);
      }
      await house.call("billing.archive_product", { productId }, "editor");
      assert.notEqual((await house.call("billing.get_product", { productId })).archivedAt, null);
      await house.call("billing.restore_product", { productId }, "finance");
      assert.equal((await house.call("billing.get_product", { productId })).archivedAt, null);
    });

    it("are found by name, page by page, without the archived", async () => {
      const house2 = await openTestApp();
      try {
        for (const [position, key] of ["alpha", "beta", "gamma"].entries()) {
          const { productId } = await house2.call("billing.create_product", {
            key,
            name: key,
            kind: "course",
            position,
          });
          const { offerId } = await house2.call("billing.create_offer", {
            productId,
            key: `${key}-one`,
            name: "Full",
            kind: "one_off",
          });
          await house2.call("billing.add_price", {
            offerId,
            terms: { currency: "USD", cycle: "once", amountMinor: 100 },
          });
          if (key === "beta") await house2.call("billing.archive_offer", { offerId });
        }
        const first = await house2.call("billing.list_products", { limit: 2 });
        assert.deepEqual(
          first.items.map(({ key }) => key),
          ["alpha", "beta"],
        );
        assert.deepEqual(
          first.items.map(({ offers }) => offers.length),
          [1, 0],
        );
        assert.ok(first.nextCursor);
        const second = await house2.call("billing.list_products", { limit: 2, cursor: first.nextCursor });
        assert.deepEqual(
          second.items.map(({ key }) => key),
          ["gamma"],
        );
        assert.equal(second.nextCursor, null);
        const archived = await house2.call("billing.list_products", { standing: "archived" });
        assert.deepEqual(
          archived.items.map(({ key, offers }) => [key, offers.length]),
          [["beta", 1]],
        );
        const found = await house2.call("billing.list_products", { text: "GAMMA-ON" });
        assert.deepEqual(
          found.items.map(({ key }) => key),
          ["gamma"],
        );
        await assert.rejects(
          house2.call("billing.list_products", { cursor: "nonsense" }),
          refusal("billing.cursor_unknown"),
        );
      } finally {
        await house2.close();
      }
    });
  });

  describe("prices", () => {
    it("fit the kind of the offer", async () => {
      const subscription = await offer();
      const once = await offer({ kind: "one_off" });
      await assert.rejects(price(subscription, { cycle: "once" }), refusal("billing.price_cycle_unfit"));
      await assert.rejects(price(once), refusal("billing.price_cycle_unfit"));
      await price(once, { cycle: "instalments", instalments: 3 });
    });

    it("say what does not go together", async () => {
      const offerId = await offer();
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
        await assert.rejects(price(offerId, terms), refusal("input.invalid"), JSON.stringify(terms));
      await assert.rejects(price(offerId, { currency: "XAU" }), refusal("money.currency_unknown"));
    });

    it("of one slot are sold one after the other", async () => {
      const offerId = await offer();
      await price(offerId, {}, { soldUntilAt: "2027-03-01T00:00:00Z" });
      await assert.rejects(price(offerId), refusal("billing.price_overlaps"));
      await assert.rejects(
        price(offerId, {}, { soldFromAt: "2027-02-28T23:59:59Z" }),
        refusal("billing.price_overlaps"),
      );
      await price(offerId, { amountMinor: 10_700 }, { soldFromAt: "2027-03-01T00:00:00Z" });
      for (const other of [{ currency: "EUR" }, { cycle: "year" }, { cycleCount: 3 }])
        await price(offerId, other);
      await assert.rejects(
        price(
          offerId,
          { currency: "GBP" },
          { soldFromAt: "2027-03-02T00:00:00Z", soldUntilAt: "2027-03-01T00:00:00Z" },
        ),
        refusal("billing.price_window_empty"),
      );
    });

    it("are followed, never edited", async () => {
      const offerId = await offer();
      const old = await price(offerId);
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
      const offerId = await offer();
      const scheduled = await price(offerId, {}, { soldFromAt: "2027-06-01T00:00:00Z" });
      const { priceId } = await house.call("billing.change_price", {
        priceId: scheduled,
        amount: { amountMinor: 1 },
      });
      const after = await pricesOf(offerId);
      assert.deepEqual(
        after
          .map(({ id, standing, soldFromAt }) => [id === priceId, standing, soldFromAt.slice(0, 10)])
          .toSorted(),
        [
          [false, "ended", "2027-06-01"],
          [true, "scheduled", "2027-06-01"],
        ],
      );
      await price(offerId, {}, { soldUntilAt: "2027-06-01T00:00:00Z" });
    });

    it("end, and are not sold again", async () => {
      const offerId = await offer();
      const priceId = await price(offerId);
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
      await price(offerId);
    });

    it("are added once when twenty people add them", async () => {
      const offerId = await offer();
      const tries = await Promise.allSettled(Array.from({ length: 20 }, () => price(offerId)));
      assert.equal(tries.filter(({ status }) => status === "fulfilled").length, 1);
      for (const each of tries)
        if (each.status === "rejected")
          assert.ok(refusal("billing.price_overlaps")(each.reason), String(each.reason));
    });

    it("are followed once at a time when twenty people change them", async () => {
      const offerId = await offer();
      const priceId = await price(offerId);
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
      const priceId = await price(await offer());
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
      const priceId = await price(await offer(), { scheme: "graduated", amountMinor: 0, tiers });
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

  describe("what an offer entitles to", () => {
    const documents = {
      key: "studio.documents_per_month",
      quantity: 20,
      meter: "studio.documents",
      quota: "hard",
    } as const;

    it("is replaced as a whole", async () => {
      const offerId = await offer();
      await house.call("billing.set_offer_entitlements", {
        offerId,
        entitlements: [documents, { key: "academy.course:ai-business-mastery" }],
      });
      const soft = { ...documents, quota: "soft", overageMinor: { USD: 300 } } as const;
      await house.call("billing.set_offer_entitlements", { offerId, entitlements: [soft] });
      const { entitlements } = await house.call("billing.get_offer", { offerId });
      assert.deepEqual(entitlements, [{ ...soft, perSeat: false }]);
      assert.equal((await getPrice(house.app.database.db, await price(offerId))).entitlements.length, 1);
    });

    it("is refused where a quota and its meter do not go together", async () => {
      const offerId = await offer();
      for (const entitlement of [
        { ...documents, meter: null },
        { ...documents, quota: null },
        { ...documents, overageMinor: { USD: 1 } },
        { ...documents, key: "no key at all" },
      ])
        await assert.rejects(
          house.call("billing.set_offer_entitlements", { offerId, entitlements: [entitlement] }),
          refusal("input.invalid"),
        );
      await assert.rejects(
        house.call("billing.set_offer_entitlements", { offerId, entitlements: [documents, documents] }),
        refusal("input.invalid"),
      );
    });
  });

  it("tells what changed", async () => {
    const productId = await product();
    const offerId = await offer({ productId });
    const priceId = await price(offerId);
    await house.call("billing.end_price", { priceId });
    const { rows } = await house.app.database.pool.query(
      "SELECT name, payload->>'change' AS change FROM kernel.event WHERE payload->>'productId' = $1 OR payload->>'offerId' = $2 ORDER BY seq",
      [productId, offerId],
    );
    assert.deepEqual(
      rows.map(({ name, change }) => [name, change]),
      [
        ["billing.product_changed", "created"],
        ["billing.offer_changed", "created"],
        ["billing.price_added", null],
        ["billing.price_ended", null],
      ],
    );
  });
});
