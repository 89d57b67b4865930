import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { isAppError } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { consumeQuota, demandQuota } from "#modules/billing/usage/consume-quota.ts";
import { drawOverage } from "#modules/billing/usage/draw-overage.ts";
import { releaseQuota } from "#modules/billing/usage/release-quota.ts";
import { addMeteredAccount, grantMeter, type MeteredAccount } from "#test/factories/metered-account.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const METER = "studio.documents";
let house: TestApp;
before(async () => {
  house = await openTestApp({ start: "2027-01-20T12:00:00Z" });
});
after(() => house.close());

const db = () => house.app.database.db;
const now = () => house.clock.now();
type Tx = Parameters<Parameters<ReturnType<typeof db>["transaction"]>[0]>[0];
const inTx = <T>(work: (tx: Tx) => Promise<T>) => db().transaction(work);

const event = (accountId: string, eventKey: string, more: object = {}) => ({
  accountId,
  meter: METER,
  eventKey,
  quantity: 1,
  occurredAt: "2027-01-20T10:00:00Z",
  ...more,
});
const report = (...events: ReturnType<typeof event>[]) => house.call("billing.record_usage", { events });
const totals = (accountId: string) =>
  rows<{ starts: string; used: number; events: number; late: number; duplicates: number }>(
    db(),
    sql`SELECT period_starts_on AS starts, used, events, late_events AS late, duplicates FROM billing.usage_total
        WHERE account_id = ${accountId} ORDER BY period_starts_on`,
  );
const consume = (accountId: string, eventKey: string, quantity = 1) =>
  inTx((tx) => consumeQuota(tx, { accountId, meter: METER, quantity, eventKey, at: now() }));

describe("reported usage", () => {
  it("is counted once, whatever how often it is told, and says so of each event", async () => {
    const { accountId } = await addMeteredAccount(db(), { quota: "soft" });
    const first = await report(
      event(accountId, "a", { quantity: 3 }),
      event(accountId, "b"),
      event(accountId, "a"),
    );
    assert.deepEqual([first.accepted, first.duplicate, first.late, first.rejected], [2, 1, 0, 0]);
    assert.deepEqual(first.exceptions, [{ index: 2, eventKey: "a", outcome: "duplicate", reason: null }]);
    const again = await report(event(accountId, "b"), event(accountId, "c"));
    assert.deepEqual([again.accepted, again.duplicate], [1, 1]);
    assert.deepEqual(await totals(accountId), [
      { starts: "2027-01-01", used: 5, events: 3, late: 0, duplicates: 2 },
    ]);
  });

  it("that comes late counts in the period it happened in", async () => {
    const { accountId } = await addMeteredAccount(db(), {
      quota: "soft",
      periods: [
        ["2026-12-01", "2027-01-01"],
        ["2027-01-01", "2027-02-01"],
      ],
    });
    const answer = await report(
      event(accountId, "old", { occurredAt: "2026-12-31T23:59:59Z", quantity: 2 }),
      event(accountId, "new"),
      event(accountId, "old", { occurredAt: "2026-12-31T23:59:59Z" }),
    );
    assert.deepEqual([answer.late, answer.accepted, answer.duplicate], [1, 1, 1]);
    assert.deepEqual(await totals(accountId), [
      { starts: "2026-12-01", used: 2, events: 1, late: 1, duplicates: 1 },
      { starts: "2027-01-01", used: 1, events: 1, late: 0, duplicates: 0 },
    ]);
  });

  it("of nobody, of another meter or of tomorrow is rejected, and the rest is taken", async () => {
    const { accountId } = await addMeteredAccount(db(), { quota: "soft" });
    const answer = await report(
      event(newId(), "a"),
      event(accountId, "a", { meter: "studio.unheard_of" }),
      event(accountId, "a", { occurredAt: "2027-01-21T00:00:00Z" }),
      event(accountId, "a"),
    );
    assert.deepEqual(
      answer.exceptions.map(({ reason }) => reason),
      ["not_granted", "not_granted", "in_future"],
    );
    assert.equal(answer.accepted, 1);
  });

  it("of a hard meter stops at the quota", async () => {
    const { accountId } = await addMeteredAccount(db(), { quantity: 2 });
    const answer = await report(...["a", "b", "c", "b"].map((key) => event(accountId, key)));
    assert.deepEqual([answer.accepted, answer.rejected, answer.duplicate], [2, 1, 1]);
    assert.equal((await totals(accountId))[0]?.used, 2);
    const again = await report(event(accountId, "c"));
    assert.equal(again.exceptions[0]?.reason, "quota_used_up");
  });

  it("needs the right to report it", async () => {
    const { accountId } = await addMeteredAccount(db());
    await assert.rejects(house.call("billing.record_usage", { events: [event(accountId, "a")] }, "support"), {
      kind: "forbidden",
    });
  });
});

describe("a quota", () => {
  it("that is hard lets exactly so many pass, however many ask at once", async () => {
    const { accountId } = await addMeteredAccount(db(), { quantity: 7 });
    const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => consume(accountId, `work ${n}`)));
    assert.equal(answers.filter(({ allowed }) => allowed).length, 7);
    assert.deepEqual(await totals(accountId), [
      { starts: "2027-01-01", used: 7, events: 7, late: 0, duplicates: 0 },
    ]);
    const kept = await rows(db(), sql`SELECT 1 FROM billing.usage_event WHERE account_id = ${accountId}`);
    assert.equal(kept.length, 7);
  });

  it("holds for units of different size: never over, and no room left that a request would have fitted", async () => {
    const { accountId } = await addMeteredAccount(db(), { quantity: 20 });
    const sizes = Array.from({ length: 24 }, (_, n) => 1 + (n % 5));
    const answers = await Promise.all(sizes.map((size, n) => consume(accountId, `work ${n}`, size)));
    const used = answers.reduce((sum, { allowed }, n) => sum + (allowed ? (sizes[n] ?? 0) : 0), 0);
    assert.ok(used <= 20);
    assert.equal((await totals(accountId))[0]?.used, used);
    const refused = sizes.filter((_, n) => !answers[n]?.allowed);
    assert.ok(refused.every((size) => used + size > 20));
  });

  it("counts the same work once, at once too", async () => {
    const { accountId } = await addMeteredAccount(db(), { quantity: 5 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => consume(accountId, "the one")));
    assert.ok(answers.every(({ allowed }) => allowed));
    assert.equal(answers.filter(({ isRepeat }) => !isRepeat).length, 1);
    assert.deepEqual(await totals(accountId), [
      { starts: "2027-01-01", used: 1, events: 1, late: 0, duplicates: 19 },
    ]);
  });

  it("that is soft goes on and says how much is beyond", async () => {
    const { accountId } = await addMeteredAccount(db(), { quota: "soft", quantity: 2 });
    assert.deepEqual(await consume(accountId, "a", 5), {
      allowed: true,
      isRepeat: false,
      used: 5,
      limit: 2,
      overage: 3,
      resetsOn: "2027-02-01",
    });
  });

  it("refuses with its numbers, and is whole again in the next period", async () => {
    const { accountId } = await addMeteredAccount(db(), { quantity: 1 });
    await consume(accountId, "a");
    const demand = (at: string, eventKey: string) =>
      inTx((tx) =>
        demandQuota(tx, { accountId, meter: METER, quantity: 1, eventKey, at: Temporal.Instant.from(at) }),
      );
    await assert.rejects(demand("2027-01-20T12:00:00Z", "b"), (error: unknown) => {
      assert.ok(isAppError(error));
      assert.deepEqual([error.kind, error.code], ["payment_required", "billing.quota_used_up"]);
      assert.deepEqual(error.detail.data, { meter: METER, used: 1, limit: 1, resetsOn: "2027-02-01" });
      return true;
    });
    assert.equal((await demand("2027-02-01T00:00:00Z", "b")).used, 1);
  });

  it("of nothing granted is nothing", async () => {
    const answer = await consume(newId(), "a");
    assert.deepEqual([answer.allowed, answer.limit, answer.resetsOn], [false, 0, null]);
  });

  it("given back may be taken again, under the same name", async () => {
    const { accountId } = await addMeteredAccount(db(), { quantity: 1 });
    const taken = { accountId, meter: METER, eventKey: "a", at: now() };
    await consume(accountId, "a");
    const given = await Promise.all(Array.from({ length: 20 }, () => inTx((tx) => releaseQuota(tx, taken))));
    assert.equal(given.filter(Boolean).length, 1);
    assert.equal((await totals(accountId))[0]?.used, 0);
    const again = await consume(accountId, "a");
    assert.deepEqual([again.allowed, again.isRepeat, again.used], [true, false, 1]);
  });

  it("is not spent by a transaction that fails", async () => {
    const { accountId } = await addMeteredAccount(db(), { quantity: 1 });
    const failing = inTx(async (tx) => {
      await consumeQuota(tx, { accountId, meter: METER, quantity: 1, eventKey: "a", at: now() });
      throw new Error("the work failed");
    });
    await assert.rejects(failing, /the work failed/);
    assert.equal((await consume(accountId, "a")).used, 1);
  });
});

describe("usage in any order", () => {
  it("comes to the same totals, with duplicates and rival senders", async () => {
    const accounts: MeteredAccount[] = [];
    for (let n = 0; n < 5; n += 1) accounts.push(await addMeteredAccount(db(), { quota: "soft" }));
    const events = accounts.flatMap(({ accountId }, account) =>
      Array.from({ length: 40 }, (_, n) => event(accountId, `e${n}`, { quantity: 1 + ((account + n) % 3) })),
    );
    const told = [...events, ...events, ...events].map((one, n) => ({ one, place: (n * 7919) % 601 }));
    const shuffled = told.toSorted((a, b) => a.place - b.place).map(({ one }) => one);
    const batches = Array.from({ length: 12 }, (_, n) => shuffled.filter((_one, at) => at % 12 === n));
    const answers = await Promise.all(
      batches.map((batch, n) => report(...(n % 2 === 0 ? batch : batch.toReversed()))),
    );
    const sum = (kind: "accepted" | "duplicate") => answers.reduce((all, answer) => all + answer[kind], 0);
    assert.deepEqual([sum("accepted"), sum("duplicate")], [200, 400]);
    for (const [account, { accountId }] of accounts.entries()) {
      const used = Array.from({ length: 40 }, (_, n) => 1 + ((account + n) % 3)).reduce((a, b) => a + b);
      assert.deepEqual(await totals(accountId), [
        { starts: "2027-01-01", used, events: 40, late: 0, duplicates: 80 },
      ]);
    }
  });
});

describe("overage", () => {
  const december = { periodStartsOn: "2026-12-01", periodEndsOn: "2027-01-01" };
  const twoMonths = [
    ["2026-12-01", "2027-01-01"],
    ["2027-01-01", "2027-02-01"],
  ] as const;
  const draw = ({ accountId, subscriptionId }: MeteredAccount, period = december) =>
    inTx((tx) => drawOverage(tx, { accountId, subscriptionId, ...period }));

  it("is drawn once, and what comes later with the next invoice", async () => {
    const account = await addMeteredAccount(db(), {
      quota: "soft",
      quantity: 10,
      overageMinor: 300,
      periods: twoMonths,
    });
    const old = (key: string, quantity: number) =>
      event(account.accountId, key, { quantity, occurredAt: "2026-12-10T00:00:00Z" });
    await report(old("a", 14), event(account.accountId, "b", { quantity: 99 }));
    const [line, ...more] = await draw(account);
    assert.deepEqual(more, []);
    assert.deepEqual(
      [
        line?.quantity,
        line?.unitMinor,
        line?.amountMinor,
        line?.periodStartsOn,
        line?.periodEndsOn,
        line?.revenue,
      ],
      [4, 300, 1200, "2026-12-01", "2027-01-01", "usage"],
    );
    assert.equal(line?.description, "Documents beyond the 10 included");
    assert.deepEqual(await draw(account), []);
    await report(old("c", 2));
    const next = await draw(account, { periodStartsOn: "2027-01-01", periodEndsOn: "2027-02-01" });
    assert.deepEqual(
      next.map(({ quantity, periodStartsOn, description }) => [quantity, periodStartsOn, description]),
      [
        [2, "2026-12-01", "Documents beyond the 10 included, told after the period"],
        [89, "2027-01-01", "Documents beyond the 10 included"],
      ],
    );
  });

  it("is none while all that is used was included in some part of the period", async () => {
    const account = await addMeteredAccount(db(), { quota: "soft", quantity: 10, periods: twoMonths });
    await db().execute(
      sql`UPDATE billing.entitlement_grant SET until_at = '2026-12-15' WHERE source_id = ${account.subscriptionId}`,
    );
    const fromAt = "2026-12-15T00:00:00Z";
    await grantMeter(db(), account, { quota: "soft", quantity: 50, overageMinor: 300, fromAt });
    await report(event(account.accountId, "a", { quantity: 40, occurredAt: "2026-12-02T00:00:00Z" }));
    assert.deepEqual(await draw(account), []);
    await report(event(account.accountId, "b", { quantity: 11, occurredAt: "2026-12-03T00:00:00Z" }));
    assert.deepEqual(
      (await draw(account)).map(({ quantity }) => quantity),
      [1],
    );
  });

  it("drawn at once by many is on one invoice", async () => {
    const account = await addMeteredAccount(db(), {
      quota: "soft",
      quantity: 0,
      overageMinor: 5,
      periods: twoMonths,
    });
    await report(event(account.accountId, "a", { quantity: 3, occurredAt: "2026-12-02T00:00:00Z" }));
    const drawn = await Promise.all(Array.from({ length: 20 }, () => draw(account)));
    assert.equal(
      drawn.flat().reduce((sum, { amountMinor }) => sum + amountMinor, 0),
      15,
    );
  });

  it("of a yearly plan is counted month by month", async () => {
    const account = await addMeteredAccount(db(), {
      quota: "soft",
      quantity: 10,
      overageMinor: 100,
      cycle: "year",
      anchorOn: "2026-01-15",
      periods: [["2026-01-15", "2027-01-15"]],
      fromAt: "2026-01-15T00:00:00Z",
    });
    await report(
      event(account.accountId, "a", { quantity: 12, occurredAt: "2026-02-14T23:59:59Z" }),
      event(account.accountId, "b", { quantity: 9, occurredAt: "2026-02-15T00:00:00Z" }),
    );
    const lines = await draw(account, { periodStartsOn: "2026-01-15", periodEndsOn: "2027-01-15" });
    assert.deepEqual(
      lines.map(({ quantity, periodStartsOn, periodEndsOn }) => [quantity, periodStartsOn, periodEndsOn]),
      [[2, "2026-01-15", "2026-02-15"]],
    );
  });
});
