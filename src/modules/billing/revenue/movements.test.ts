import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import * as fc from "fast-check";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { rebuildMovements } from "#modules/billing/revenue/rebuild-movements.ts";
import { verifyMetrics } from "#modules/billing/revenue/verify-metrics.ts";
import { type HistoryStep, insertHistory, insertPrice } from "#test/factories/revenue-history.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

let house: TestApp;
let price: { priceId: string; offerId: string };
before(async () => {
  house = await openTestApp({ start: "2027-06-15T12:00:00Z" });
  price = await insertPrice(house.app.database.db, "USD");
});
after(() => house.close());

const db = () => house.app.database.db;
const refresh = () => house.runJob("billing.follow_recurring_revenue");
const history = (accountId: string, steps: readonly HistoryStep[], currency = "USD") =>
  insertHistory(db(), price, { accountId, steps, currency });

interface Moved {
  at: string;
  currency: string;
  kind: string;
  amount: number;
  customers: number;
}

const movementsOf = (accountId: string) =>
  rows<Moved>(
    db(),
    sql`SELECT to_char(at, 'YYYY-MM-DD"T"HH24:MI') AS at, currency, kind, amount_minor AS amount, customers
        FROM billing.mrr_movement WHERE account_id = ${accountId} ORDER BY at, currency`,
  );

const kinds = async (accountId: string) =>
  (await movementsOf(accountId)).map(({ kind, amount, customers }) => [kind, amount, customers]);

const demandRight = async () => {
  const { ok, checks } = await verifyMetrics(db(), { now: house.clock.now(), zone: "Europe/Berlin" });
  assert.ok(ok, JSON.stringify(checks.filter((check) => !check.ok)));
};

describe("the published example", () => {
  it("$2,000 a year is $166.67 new; another plan of $60 is +60, cancelling it −60, and the first churn", async () => {
    const accountId = newId();
    await history(accountId, [
      { at: "2027-01-04T09:00:00Z", mrr: 16_667 },
      { at: "2028-01-04T09:00:00Z", mrr: null },
    ]);
    await history(accountId, [
      { at: "2027-01-10T09:00:00Z", mrr: 6000 },
      { at: "2027-01-24T09:00:00Z", mrr: null },
    ]);
    await history(accountId, [{ at: "2028-03-01T09:00:00Z", mrr: 15_000 }]);
    await refresh();
    assert.deepEqual(await kinds(accountId), [
      ["new", 16_667, 1],
      ["expansion", 6000, 0],
      ["contraction", -6000, 0],
      ["churn", -16_667, -1],
      ["reactivation", 15_000, 1],
    ]);
  });
});

describe("movements", () => {
  it("count a customer's changes of one instant as one, and name the last cause", async () => {
    const accountId = newId();
    const at = "2027-02-01T08:00:00Z";
    await history(accountId, [
      { at: "2027-01-01T08:00:00Z", mrr: 5000 },
      { at, mrr: null },
    ]);
    await history(accountId, [{ at, mrr: 8000, cause: "billing.subscription_started" }]);
    await refresh();
    const found = await rows(
      db(),
      sql`SELECT kind, amount_minor AS amount, cause FROM billing.mrr_movement
          WHERE account_id = ${accountId} ORDER BY at`,
    );
    assert.deepEqual(found, [
      { kind: "new", amount: 5000, cause: "billing.subscription_changed" },
      { kind: "expansion", amount: 3000, cause: "billing.subscription_started" },
    ]);
  });

  it("say nothing where nothing changed: renewals, trials, a swap of equal plans", async () => {
    const accountId = newId();
    const swap = "2027-03-01T08:00:00Z";
    await history(accountId, [
      { at: "2027-01-01T08:00:00Z", mrr: null },
      { at: "2027-01-15T08:00:00Z", mrr: 5000 },
      { at: "2027-02-15T08:00:00Z", mrr: 5000 },
      { at: swap, mrr: null },
    ]);
    await history(accountId, [{ at: swap, mrr: 5000 }]);
    await refresh();
    assert.deepEqual(await kinds(accountId), [["new", 5000, 1]]);
  });

  it("keep currencies apart, and the customer in one piece", async () => {
    const accountId = newId();
    await history(accountId, [
      { at: "2027-01-01T08:00:00Z", mrr: 5000 },
      { at: "2027-03-01T08:00:00Z", mrr: null },
    ]);
    await history(
      accountId,
      [
        { at: "2027-02-01T08:00:00Z", mrr: 700 },
        { at: "2027-04-01T08:00:00Z", mrr: null },
      ],
      "EUR",
    );
    await refresh();
    assert.deepEqual(await movementsOf(accountId), [
      { at: "2027-01-01T08:00", currency: "USD", kind: "new", amount: 5000, customers: 1 },
      { at: "2027-02-01T08:00", currency: "EUR", kind: "expansion", amount: 700, customers: 0 },
      { at: "2027-03-01T08:00", currency: "USD", kind: "contraction", amount: -5000, customers: 0 },
      { at: "2027-04-01T08:00", currency: "EUR", kind: "churn", amount: -700, customers: -1 },
    ]);
  });

  it("follow histories that grow, also while they are followed", async () => {
    const accounts = Array.from({ length: 12 }, () => newId());
    await Promise.all(
      accounts.flatMap((accountId, index) => [
        history(accountId, [{ at: `2027-04-0${(index % 9) + 1}T08:00:00Z`, mrr: 1000 + index }]),
        refresh(),
      ]),
    );
    await refresh();
    const [left] = await rows<{ n: number }>(db(), sql`SELECT count(*)::int AS n FROM billing.mrr_stale`);
    assert.equal(left?.n, 0);
    await demandRight();
  });

  it("cannot be led astray: history is never changed", async () => {
    await assert.rejects(db().execute(sql`UPDATE billing.subscription_state SET mrr_minor = 1`));
    await assert.rejects(db().execute(sql`DELETE FROM billing.subscription_state`));
  });
});

describe("random histories", () => {
  const DAYS = 40;
  const step = fc.record({
    day: fc.nat(DAYS - 1),
    mrr: fc.option(fc.constantFrom(0, 1000, 2500, 9700), { nil: null }),
  });
  const customer = fc.array(
    fc.record({
      currency: fc.constantFrom("USD", "USD", "EUR"),
      steps: fc.array(step, { minLength: 1, maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 3 },
  );
  type Customer = { currency: string; steps: { day: number; mrr: number | null }[] }[];

  const dayAt = (day: number) => Temporal.PlainDate.from("2027-05-01").add({ days: day });
  const inOrder = (steps: Customer[number]["steps"]) => steps.toSorted((a, b) => a.day - b.day);

  /** What a subscription brings at the end of a day, read off its steps. */
  const levelOn = (steps: Customer[number]["steps"], day: number) =>
    inOrder(steps).findLast((one) => one.day <= day)?.mrr ?? 0;

  /** The movements of a customer by walking over the days: the plainest way to say what they are. */
  function expected(subscriptions: Customer): Moved[] {
    const moved: Moved[] = [];
    const levels = new Map<string, number>();
    for (let day = 0; day < DAYS; day++) {
      const total = () => [...levels.values()].reduce((sum, level) => sum + level, 0);
      const start = total();
      const changes = ["EUR", "USD"].flatMap((currency) => {
        const level = subscriptions
          .filter((one) => one.currency === currency)
          .reduce((sum, one) => sum + levelOn(one.steps, day), 0);
        const amount = level - (levels.get(currency) ?? 0);
        levels.set(currency, level);
        return amount === 0 ? [] : [{ currency, amount }];
      });
      const end = total();
      for (const [index, { currency, amount }] of changes.entries()) {
        const came = moved.some(({ at }) => at < `${dayAt(day)}`) ? "reactivation" : "new";
        const kind = start === 0 ? came : end === 0 ? "churn" : amount > 0 ? "expansion" : "contraction";
        const turn = start === 0 ? 1 : end === 0 ? -1 : 0;
        moved.push({ at: `${dayAt(day)}T10:00`, currency, kind, amount, customers: index === 0 ? turn : 0 });
      }
    }
    return moved;
  }

  it("give the movements a walk over the days gives, and start + movements = end", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(customer, { minLength: 1, maxLength: 8 }), async (customers) => {
        const accounts = customers.map((subscriptions) => ({ id: newId(), subscriptions }));
        for (const { id, subscriptions } of accounts)
          for (const { currency, steps } of subscriptions)
            await history(
              id,
              inOrder(steps).map(({ day, mrr }) => ({ at: `${dayAt(day)}T10:00:00Z`, mrr })),
              currency,
            );
        await refresh();
        for (const { id, subscriptions } of accounts)
          assert.deepEqual(await movementsOf(id), expected(subscriptions));
      }),
      { numRuns: 25 },
    );
    await demandRight();
  });

  it("come to the same when everything is derived anew in small pieces, by three at once", async () => {
    const dump = () => rows(db(), sql`SELECT * FROM billing.mrr_movement ORDER BY account_id, at, currency`);
    const was = await dump();
    const counts = await Promise.all(
      Array.from({ length: 3 }, () => db().transaction((tx) => rebuildMovements(db(), tx, 7))),
    );
    assert.deepEqual(counts, [was.length, was.length, was.length]);
    assert.deepEqual(await dump(), was);
    const { movements } = await house.call("billing.rebuild_movements", {});
    assert.equal(movements, was.length);
  });
});

describe("verifyMetrics", () => {
  it("names the customer whose movements are wrong", async () => {
    const accountId = newId();
    await history(accountId, [{ at: "2027-06-01T08:00:00Z", mrr: 4200 }]);
    await refresh();
    await db().execute(
      sql`UPDATE billing.mrr_movement SET amount_minor = 4300, after_minor = 4300 WHERE account_id = ${accountId}`,
    );
    const { ok, checks } = await house.call("billing.verify_metrics", {});
    assert.equal(ok, false);
    assert.deepEqual(checks.find(({ key }) => key === "movements")?.faults, [accountId]);
    const identity = checks.find(({ key }) => key === "identity");
    assert.ok(
      identity?.differences.every(({ ledgerMinor, recordsMinor }) => ledgerMinor - recordsMinor === 100),
    );
    assert.ok(identity?.differences.some(({ what }) => what === "2027-06-15"));
    await house.call("billing.rebuild_movements", {});
    await demandRight();
  });
});
