import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { isAppError } from "#kernel/errors.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId, sha256Hex } from "#kernel/ids.ts";
import { catalogueOf } from "#test/factories/catalogue.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const refusal = (code: string) => (error: unknown) => isAppError(error) && error.code === code;
const spring = { code: "SPRING", name: "Spring", percentPpm: 200_000, duration: "once" } as const;

describe("coupons", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());
  const create = async (given: object) =>
    (await house.call("billing.create_coupon", { ...spring, ...given })).couponId;
  const show = (couponId: string) => house.call("billing.get_coupon", { couponId });

  it("are kept in capitals, from now on unless said", async () => {
    const offerId = await catalogueOf(house).offer();
    const coupon = await show(await create({ code: " launch-20 ", offerIds: [offerId, offerId] }));
    assert.deepEqual([coupon.code, coupon.standing, coupon.redeemed], ["LAUNCH-20", "accepted", 0]);
    assert.equal(Temporal.Instant.from(coupon.startsAt).toString(), house.clock.now().toString());
    assert.deepEqual(coupon.offers, [{ id: offerId, name: "Studio: Starter" }]);
  });

  it("say what does not go together", async () => {
    for (const given of [
      { code: "A" },
      { code: "WITH SPACE" },
      { amountMinor: 500, currency: "USD" },
      { percentPpm: null },
      { percentPpm: null, amountMinor: 500 },
      { currency: "USD" },
      { duration: "months" },
      { duration: "forever", months: 3 },
      { offerIds: [] },
    ])
      await assert.rejects(create(given), refusal("input.invalid"), JSON.stringify(given));
    const never = { startsAt: "2027-03-01T00:00:00Z", endsAt: "2027-03-01T00:00:00Z" };
    await assert.rejects(create(never), refusal("billing.coupon_window_empty"));
    await assert.rejects(
      create({ percentPpm: null, amountMinor: 500, currency: "XAU" }),
      refusal("money.currency_unknown"),
    );
    await assert.rejects(create({ offerIds: [newId()] }), refusal("billing.offer_unknown"));
  });

  it("have codes of their own, whoever comes at once", async () => {
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => create({ code: "ONCE" })));
    assert.equal(tries.filter(({ status }) => status === "fulfilled").length, 1);
    await assert.rejects(create({ code: "once" }), refusal("billing.code_taken"));
  });

  it("are archived once", async () => {
    const couponId = await create({ code: "GONE" });
    await Promise.all(Array.from({ length: 20 }, () => house.call("billing.archive_coupon", { couponId })));
    assert.equal((await show(couponId)).standing, "over");
    const { rows } = await house.app.database.pool.query(
      "SELECT count(*)::int AS n FROM kernel.event WHERE name = 'billing.coupon_archived' AND payload->>'couponId' = $1",
      [couponId],
    );
    assert.equal(rows[0].n, 1);
    await assert.rejects(
      house.call("billing.archive_coupon", { couponId: newId() }),
      refusal("billing.coupon_unknown"),
    );
  });
});

describe("the list of coupons", () => {
  let house: TestApp;
  const ids: Record<string, string> = {};
  before(async () => {
    house = await openTestApp();
    const times = {
      ACCEPTED: {},
      SCHEDULED: { startsAt: "2027-02-01T00:00:00Z" },
      ENDED: { startsAt: "2026-01-01T00:00:00Z", endsAt: "2026-06-01T00:00:00Z" },
      ARCHIVED: {},
      USED_UP: { maxRedemptions: 1 },
    };
    for (const [code, given] of Object.entries(times)) {
      house.clock.advance({ seconds: 1 });
      ids[code] = (await house.call("billing.create_coupon", { ...spring, code, ...given })).couponId;
    }
    await house.call("billing.archive_coupon", { couponId: ids.ARCHIVED! });
    await house.app.database.db.execute(sql`UPDATE billing.coupon SET redeemed = 1 WHERE code = 'USED_UP'`);
  });
  after(() => house.close());

  it("narrows to where they stand, in agreement with what each says", async () => {
    const all = await house.call("billing.list_coupons", {});
    assert.deepEqual(
      all.items.map(({ code }) => code),
      ["USED_UP", "ARCHIVED", "ENDED", "SCHEDULED", "ACCEPTED"],
    );
    for (const standing of ["accepted", "scheduled", "over", "used_up"] as const) {
      const { items } = await house.call("billing.list_coupons", { standing });
      const expected = all.items.filter((coupon) => coupon.standing === standing).map(({ code }) => code);
      assert.deepEqual(
        items.map(({ code }) => code),
        expected,
      );
      assert.ok(items.length > 0);
    }
  });

  it("pages and finds", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await house.call("billing.list_coupons", { limit: 2, cursor });
      seen.push(...page.items.map(({ code }) => code));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    assert.deepEqual(seen, ["USED_UP", "ARCHIVED", "ENDED", "SCHEDULED", "ACCEPTED"]);
    assert.deepEqual(
      (await house.call("billing.list_coupons", { text: "arch" })).items.map(({ code }) => code),
      ["ARCHIVED"],
    );
  });

  it("shows who used one, and for what", async () => {
    const { offer, price } = catalogueOf(house);
    const priceId = await price(await offer());
    const [orderId, accountId, now] = [newId(), newId(), house.clock.now().toString()];
    const { db } = house.app.database;
    const sha256 = sha256Hex("words");
    await db.execute(
      sql`INSERT INTO billing.terms (id, version, body, sha256, in_force_at) VALUES (${newId()}, '1', 'words', ${sha256}, ${now})`,
    );
    await db.execute(
      sql`INSERT INTO billing."order" (id, reference, account_id, price_id, quantity, currency, provider, status, buyer,
            coupon_id, terms_sha256, terms_accepted_at, placed_at)
          VALUES (${orderId}, 'R-1', ${accountId}, ${priceId}, 1, 'USD', 'bank', 'open', '{}', ${ids.ACCEPTED}, ${sha256}, ${now}, ${now})`,
    );
    await db.execute(
      sql`INSERT INTO billing.coupon_redemption (id, coupon_id, account_id, order_id, redeemed_at)
          VALUES (${newId()}, ${ids.ACCEPTED}, ${accountId}, ${orderId}, ${now})`,
    );
    const { items } = await house.call("billing.list_redemptions", { couponId: ids.ACCEPTED! });
    assert.deepEqual(
      items.map((use) => [use.accountId, use.orderReference, use.discountMinor, use.currency]),
      [[accountId, "R-1", null, "USD"]],
    );
  });
});
