import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { addMeteredAccount } from "#test/factories/metered-account.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const METER = "studio.documents";
let house: TestApp;
before(async () => {
  house = await openTestApp({ start: "2027-01-20T12:00:00Z" });
});
after(() => house.close());

const db = () => house.app.database.db;
const events = (accountId: string, keys: readonly string[], occurredAt: string) => ({
  events: keys.map((eventKey) => ({ accountId, meter: METER, eventKey, quantity: 2, occurredAt })),
});
const used = (accountId: string) =>
  rows(
    db(),
    sql`SELECT period_starts_on AS "on", used, events, late_events, drawn FROM billing.usage_total
        WHERE account_id = ${accountId} ORDER BY 1`,
  );
const kept = async (accountId: string) => {
  const found = await rows<{ key: string }>(
    db(),
    sql`SELECT event_key AS key FROM billing.usage_event WHERE account_id = ${accountId} ORDER BY 1`,
  );
  return found.map(({ key }) => key);
};
const NIGHTLY = "billing.forget_usage_events";

describe("events of long ago", () => {
  it("are forgotten after 13 months, and counted no second time: the counters stay", async () => {
    const { accountId } = await addMeteredAccount(db(), { quota: "soft" });
    const old = events(accountId, ["a", "b", "c"], "2027-01-20T10:00:00Z");
    await house.call("billing.record_usage", old);
    house.clock.advance({ days: 399 });
    await house.call("billing.record_usage", events(accountId, ["d"], house.clock.now().toString()));
    const counted = await used(accountId);
    await house.runJob(NIGHTLY);
    assert.deepEqual(await kept(accountId), ["a", "b", "c", "d"]);
    assert.equal((await house.call("billing.record_usage", old)).duplicate, 3, "still told apart");
    house.clock.advance({ days: 3 });
    await house.runJob(NIGHTLY);
    await house.runJob(NIGHTLY);
    assert.deepEqual(await kept(accountId), ["d"]);
    const again = await house.call("billing.record_usage", old);
    assert.deepEqual(
      [again.rejected, again.exceptions.map(({ reason }) => reason)],
      [3, ["too_old", "too_old", "too_old"]],
    );
    assert.deepEqual(await used(accountId), counted);
  });

  it("are forgotten some at a time, however many forget at once", async () => {
    const { accountId } = await addMeteredAccount(db(), { quota: "soft" });
    const keys = Array.from({ length: 50 }, (_, n) => `k${n}`);
    await house.call("billing.record_usage", events(accountId, keys, house.clock.now().toString()));
    house.clock.advance({ days: 402 });
    const counted = await used(accountId);
    const forget = () => house.call("billing.forget_usage_events", { limit: 7 });
    assert.deepEqual(await forget(), { forgotten: 7, more: true });
    const many = await Promise.all(Array.from({ length: 20 }, forget));
    assert.equal(
      many.reduce((sum, { forgotten }) => sum + forgotten, 0),
      44,
      "what is left, and the one of the other account",
    );
    assert.deepEqual(await kept(accountId), []);
    assert.deepEqual(await used(accountId), counted);
  });
});
