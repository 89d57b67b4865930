import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { usageCard } from "#modules/billing/usage/usage-card.ts";
import { addMeteredAccount, type MeteredAccount } from "#test/factories/metered-account.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const METER = "studio.documents";
let house: TestApp;
let account: MeteredAccount;
const member: Actor = { kind: "person", personId: newId(), role: null };
const stranger: Actor = { kind: "person", personId: newId(), role: null };
const db = () => house.app.database.db;

before(async () => {
  house = await openTestApp({ start: "2027-01-20T12:00:00Z" });
  account = await addMeteredAccount(db(), {
    quota: "soft",
    quantity: 10,
    overageMinor: 250,
    periods: [
      ["2026-12-01", "2027-01-01"],
      ["2027-01-01", "2027-02-01"],
    ],
  });
  await db().execute(
    sql`INSERT INTO people.membership (id, account_id, person_id, role, from_at)
        VALUES (${newId()}, ${account.accountId}, ${member.kind === "person" && member.personId}, 'member', '2026-01-01')`,
  );
  const event = (eventKey: string, quantity: number, occurredAt: string) => ({
    accountId: account.accountId,
    meter: METER,
    eventKey,
    quantity,
    occurredAt,
  });
  await house.call("billing.record_usage", {
    events: [
      event("a", 12, "2027-01-02T10:00:00Z"),
      event("b", 1, "2027-01-03T10:00:00Z"),
      event("c", 5, "2026-12-03T10:00:00Z"),
      event("b", 1, "2027-01-03T10:00:00Z"),
    ],
  });
});
after(() => house.close());

const now = {
  meter: METER,
  title: "Documents",
  quota: "soft",
  used: 13,
  limit: 10,
  overage: 3,
  overageMinor: 250,
  currency: "USD",
  periodStartsOn: "2027-01-01",
  periodEndsOn: "2027-02-01",
  zone: "UTC",
  resetsAt: "2027-02-01T00:00:00Z",
};

describe("usage of an account", () => {
  it("shows staff the meters of today and the periods before", async () => {
    const { accountId } = account;
    const usage = await house.call("billing.get_usage", { accountId }, "support");
    assert.deepEqual(usage.meters, [now]);
    assert.deepEqual(usage.past, [
      {
        meter: METER,
        title: "Documents",
        periodStartsOn: "2026-12-01",
        periodEndsOn: "2027-01-01",
        used: 5,
        events: 1,
        lateEvents: 1,
        duplicates: 0,
        billedOverage: 0,
      },
    ]);
  });

  it("shows the same to its members, and nothing to others", async () => {
    const { accountId } = account;
    const usage = await house.call("billing.get_my_usage", { accountId }, member);
    assert.deepEqual(usage.meters, [now]);
    assert.equal(usage.past.length, 1);
    for (const who of [stranger, "owner"] as const)
      await assert.rejects(house.call("billing.get_my_usage", { accountId }, who), { kind: "not_found" });
  });

  it("of nobody is not found", async () => {
    await assert.rejects(house.call("billing.get_usage", { accountId: newId() }), {
      code: "people.account_unknown",
    });
  });

  it("stands on the account's page", async () => {
    const card = await usageCard.load(db(), { accountId: account.accountId, now: house.clock.now() });
    assert.deepEqual(card, [
      { label: "Documents", value: "13 of 10", href: `/console/billing/usage/${account.accountId}` },
    ]);
  });
});

describe("events behind a counter", () => {
  it("are listed latest first, page by page", async () => {
    const ask = (more: object) =>
      house.call("billing.list_usage_events", { accountId: account.accountId, limit: 2, ...more });
    const first = await ask({});
    const second = await ask({ cursor: first.nextCursor });
    const keys = [...first.items, ...second.items].map(({ eventKey, isLate }) => [eventKey, isLate]);
    assert.deepEqual(keys, [
      ["b", false],
      ["a", false],
      ["c", true],
    ]);
    assert.equal(second.nextCursor, null);
    const december = await ask({ periodStartsOn: "2026-12-01" });
    assert.deepEqual(
      december.items.map(({ eventKey }) => eventKey),
      ["c"],
    );
  });

  it("refuse a page marker of something else", async () => {
    const cursors = ["x", Buffer.from('["a","b","c"]').toString("base64url")];
    for (const cursor of cursors)
      await assert.rejects(
        house.call("billing.list_usage_events", { accountId: account.accountId, cursor }),
        { code: "billing.cursor_unknown" },
      );
  });
});

describe("who uses how much", () => {
  it("lists the fullest quota first, and by its standing", async () => {
    const half = await addMeteredAccount(db(), { quantity: 10 });
    const endless = await addMeteredAccount(db(), { quantity: null });
    const near = await addMeteredAccount(db(), { quantity: 10 });
    const used = new Map([
      [half, 5],
      [endless, 900],
      [near, 8],
    ]);
    for (const [{ accountId }, quantity] of used)
      await house.call("billing.record_usage", {
        events: [{ accountId, meter: METER, eventKey: "x", quantity, occurredAt: "2027-01-10T00:00:00Z" }],
      });
    const inOrder = [account, near, half, endless].map(({ accountId }) => accountId);
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await house.call("billing.list_usage", { limit: 1, cursor });
      found.push(...page.items.map(({ accountId }) => accountId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    assert.deepEqual(found, inOrder);
    const standing = async (which: "near" | "over") =>
      (await house.call("billing.list_usage", { standing: which })).items.map(({ share }) => share);
    assert.deepEqual([await standing("near"), await standing("over")], [[0.8], [1.3]]);
    const named = await house.call("billing.list_usage", { text: "meter h", meter: METER });
    assert.equal(named.items.length, 4);
  });
});
