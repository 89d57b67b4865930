import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { isAppError } from "#kernel/errors.ts";
import { getPrice } from "#modules/billing/queries/catalogue/get-price.ts";
import { catalogueOf } from "#test/factories/catalogue.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const refusal = (code: string) => (error: unknown) => isAppError(error) && error.code === code;

describe("products and offers", () => {
  let house: TestApp;
  let make: ReturnType<typeof catalogueOf>;
  before(async () => {
    house = await openTestApp();
    make = catalogueOf(house);
  });
  after(() => house.close());

  describe("their descriptions", () => {
    it("are described anew field by field, and keep the rest", async () => {
      const productId = await make.product();
      await house.call("billing.update_product", { productId, description: "Writes documents" });
      const found = await house.call("billing.get_product", { productId });
      assert.deepEqual(
        [found.name, found.description, found.taxCategory],
        ["Studio", "Writes documents", "digital_service"],
      );

      const offerId = await make.offer({ kind: "one_off", productId });
      await house.call("billing.update_offer", { offerId, features: ["One", "Two"], accessDays: 365 });
      await house.call("billing.update_offer", { offerId, position: 3 });
      const changed = await house.call("billing.get_offer", { offerId });
      assert.deepEqual([changed.features, changed.accessDays, changed.position], [["One", "Two"], 365, 3]);
      await house.call("billing.update_offer", { offerId, accessDays: null });
      assert.equal((await house.call("billing.get_offer", { offerId })).accessDays, null);
    });

    it("have keys of their own", async () => {
      await make.product({ key: "taken" });
      await assert.rejects(make.product({ key: "taken" }), refusal("billing.key_taken"));
    });

    it("refuse trials and days of access where they mean nothing", async () => {
      const subscription = await make.offer();
      const once = await make.offer({ kind: "one_off" });
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
      const productId = await make.product();
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

  describe("what an offer entitles to", () => {
    const documents = {
      key: "studio.documents_per_month",
      quantity: 20,
      meter: "studio.documents",
      quota: "hard",
    } as const;

    it("is replaced as a whole", async () => {
      const offerId = await make.offer();
      await house.call("billing.set_offer_entitlements", {
        offerId,
        entitlements: [documents, { key: "academy.course:ai-business-mastery" }],
      });
      const soft = { ...documents, quota: "soft", overageMinor: { USD: 300 } } as const;
      await house.call("billing.set_offer_entitlements", { offerId, entitlements: [soft] });
      const { entitlements } = await house.call("billing.get_offer", { offerId });
      assert.deepEqual(entitlements, [{ ...soft, perSeat: false }]);
      assert.equal((await getPrice(house.app.database.db, await make.price(offerId))).entitlements.length, 1);
    });

    it("is refused where a quota and its meter do not go together", async () => {
      const offerId = await make.offer();
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
    const productId = await make.product();
    const offerId = await make.offer({ productId });
    const priceId = await make.price(offerId);
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
