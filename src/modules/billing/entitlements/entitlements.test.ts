import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { isAppError } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import {
  endEntitlements,
  type EntitlementSale,
  grantEntitlements,
} from "#modules/billing/entitlements/grant.ts";
import { findEntitlement, findEntitlements, hasEntitlement } from "#modules/billing/index.ts";
import { ensureBuyer } from "#modules/people/index.ts";
import { catalogueOf } from "#test/factories/catalogue.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const refusal = (code: string) => (error: unknown) => isAppError(error) && error.code === code;
const DOCUMENTS = "studio.documents_per_month";
const at = (text: string) => Temporal.Instant.from(text);

describe("entitlements", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());

  /** An offer of so many documents, seats by the seat, and a course. */
  const offerOf = async (quantity: number, soft?: number) => {
    const offerId = await catalogueOf(house).offer();
    await house.call("billing.set_offer_entitlements", {
      offerId,
      entitlements: [
        {
          key: DOCUMENTS,
          quantity,
          meter: "studio.documents",
          quota: soft === undefined ? "hard" : "soft",
          overageMinor: soft === undefined ? {} : { USD: soft, EUR: soft - 10 },
        },
        { key: "studio.seats", quantity: 2, perSeat: true },
        { key: "academy.course:ai" },
      ],
    });
    return offerId;
  };
  const sale = (offerId: string, given: Partial<EntitlementSale> = {}): EntitlementSale => ({
    accountId: newId(),
    offerId,
    quantity: 1,
    sourceKind: "subscription",
    sourceId: newId(),
    currency: "USD",
    fromAt: house.clock.now(),
    ...given,
  });
  const grant = async (given: EntitlementSale) => {
    await house.app.database.db.transaction((tx) => grantEntitlements(tx, given));
    return given;
  };
  const find = (accountId: string, key: string, on = house.clock.now()) =>
    findEntitlement(house.app.database.db, { accountId, key, at: on });
  const count = async (sourceId: string) => {
    const { rows } = await house.app.database.pool.query(
      "SELECT count(*)::int AS n FROM billing.entitlement_grant WHERE source_id = $1",
      [sourceId],
    );
    return rows[0].n as number;
  };

  it("come from what an offer entitles to, seats times as many as were bought", async () => {
    const { accountId } = await grant(sale(await offerOf(20), { quantity: 3 }));
    const all = await findEntitlements(house.app.database.db, { accountId, at: house.clock.now() });
    assert.deepEqual(
      all.map(({ key, quantity, meter, quota }) => [key, quantity, meter, quota]),
      [
        ["academy.course:ai", null, null, null],
        [DOCUMENTS, 20, "studio.documents", "hard"],
        ["studio.seats", 6, null, null],
      ],
    );
  });

  it("add up over everything an account bought, and go with it", async () => {
    const first = await grant(sale(await offerOf(20)));
    const second = await grant(sale(await offerOf(60, 300), { accountId: first.accountId }));
    const both = await find(first.accountId, DOCUMENTS);
    assert.deepEqual(
      [both?.quantity, both?.quota, both?.overageMinor, both?.currency],
      [80, "soft", 300, "USD"],
    );
    const { db } = house.app.database;
    await endEntitlements(db, { sourceId: second.sourceId, at: house.clock.now() });
    assert.deepEqual((await find(first.accountId, DOCUMENTS))?.quantity, 20);
    await endEntitlements(db, { sourceId: first.sourceId, at: house.clock.now() });
    assert.equal(await find(first.accountId, DOCUMENTS), undefined);
  });

  it("price overage in the currency of the sale", async () => {
    const { accountId } = await grant(sale(await offerOf(60, 300), { currency: "EUR" }));
    const euro = await find(accountId, DOCUMENTS);
    assert.deepEqual([euro?.overageMinor, euro?.currency], [290, "EUR"]);
  });

  it("hold from an instant, to before another", async () => {
    const { accountId } = await grant(
      sale(await offerOf(20), { fromAt: at("2027-02-01T00:00:00Z"), untilAt: at("2027-03-01T00:00:00Z") }),
    );
    const { db } = house.app.database;
    const has = (on: string) => hasEntitlement(db, { accountId, key: DOCUMENTS, at: at(on) });
    assert.deepEqual(
      [
        await has("2027-01-31T23:59:59.999Z"),
        await has("2027-02-01T00:00:00Z"),
        await has("2027-02-28T23:59:59Z"),
        await has("2027-03-01T00:00:00Z"),
      ],
      [false, true, true, false],
    );
  });

  it("granted again say the same, or take the place of what was", async () => {
    const given = sale(await offerOf(20));
    await grant(given);
    await grant(given);
    await grant({ ...given, fromAt: given.fromAt.add({ hours: 1 }) });
    assert.equal(await count(given.sourceId), 3, "three keys, once");
    await grant({ ...given, quantity: 2, fromAt: given.fromAt.add({ hours: 2 }) });
    assert.equal((await find(given.accountId, "studio.seats"))?.quantity, 2);
    assert.equal((await find(given.accountId, "studio.seats", given.fromAt.add({ hours: 2 })))?.quantity, 4);
    await endEntitlements(house.app.database.db, {
      sourceId: given.sourceId,
      at: given.fromAt.add({ hours: 3 }),
    });
    await grant({ ...given, fromAt: given.fromAt.add({ hours: 4 }) });
    assert.equal(
      (await find(given.accountId, DOCUMENTS, given.fromAt.add({ hours: 4 })))?.quantity,
      20,
      "bought again",
    );
  });

  it("of nothing are nothing: a quantity of 0 does not count", async () => {
    const { accountId } = await grant(sale(await offerOf(0)));
    const { db } = house.app.database;
    assert.equal((await find(accountId, DOCUMENTS))?.quantity, 0);
    assert.equal(await hasEntitlement(db, { accountId, key: DOCUMENTS, at: house.clock.now() }), false);
    assert.equal(
      await hasEntitlement(db, { accountId, key: "academy.course:ai", at: house.clock.now() }),
      true,
    );
  });
});

describe("entitlements seen from outside", () => {
  let house: TestApp;
  const customers: { personId: string; accountId: string }[] = [];
  before(async () => {
    house = await openTestApp();
    for (const name of ["Ada", "Ben"])
      customers.push(
        await house.app.database.db.transaction((tx) =>
          ensureBuyer({ tx, now: house.clock.now(), emit: async () => {} } as never, {
            email: `${name}@example.com`,
            name,
            country: "DE",
            currency: "EUR",
            locale: "de-DE",
            zone: "Europe/Berlin",
          }),
        ),
      );
  });
  after(() => house.close());

  it("are given by the company with a reason, shown with it, and taken back", async () => {
    const { accountId } = customers[0]!;
    const given = {
      accountId,
      key: DOCUMENTS,
      quantity: 5,
      meter: "studio.documents",
      reason: "A late answer",
    };
    const { grantId } = await house.call("billing.grant_entitlement", given, "support");
    const { items } = await house.call("billing.list_entitlements", { accountId }, "viewer");
    assert.deepEqual(
      items.map(({ key, quantity, quota, grants }) => [
        key,
        quantity,
        quota,
        grants.map(({ source, reason }) => [source, reason]),
      ]),
      [[DOCUMENTS, 5, "hard", [["Given by the company", "A late answer"]]]],
    );
    await assert.rejects(
      house.call("billing.grant_entitlement", given, "viewer"),
      refusal("access.forbidden"),
    );
    await assert.rejects(
      house.call("billing.grant_entitlement", { ...given, accountId: newId() }),
      refusal("billing.account_unknown"),
    );
    await assert.rejects(
      house.call("billing.grant_entitlement", { ...given, untilAt: "2026-01-01T00:00:00Z" }),
      refusal("billing.grant_is_over"),
    );
    await Promise.all(Array.from({ length: 20 }, () => house.call("billing.end_grant", { grantId })));
    assert.deepEqual((await house.call("billing.list_entitlements", { accountId })).items, []);
    const { rows } = await house.app.database.pool.query(
      "SELECT name, count(*)::int AS n FROM kernel.event WHERE payload->>'grantId' = $1 GROUP BY name ORDER BY name",
      [grantId],
    );
    assert.deepEqual(rows, [
      { name: "billing.entitlement_ended", n: 1 },
      { name: "billing.entitlement_granted", n: 1 },
    ]);
  });

  it("are nobody's business but the account's own", async () => {
    const [ada, ben] = customers;
    await house.call("billing.grant_entitlement", {
      accountId: ben!.accountId,
      key: "academy.course:ai",
      reason: "Gift",
    });
    const seenBy = (personId: string, accountId?: string) =>
      house.call("billing.list_my_entitlements", { accountId }, { kind: "person", personId, role: null });
    assert.deepEqual((await seenBy(ada!.personId)).accounts, []);
    assert.deepEqual((await seenBy(ada!.personId, ben!.accountId)).accounts, []);
    const { accounts } = await seenBy(ben!.personId);
    assert.deepEqual(
      accounts.map(({ accountId, items }) => [accountId, items.map(({ key }) => key)]),
      [[ben!.accountId, ["academy.course:ai"]]],
    );
    await assert.rejects(
      house.call(
        "billing.list_entitlements",
        { accountId: ben!.accountId },
        { kind: "person", personId: ben!.personId, role: null },
      ),
      refusal("access.forbidden"),
    );
  });
});
