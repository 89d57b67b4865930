import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createCache, type Cache } from "#kernel/cache/cache.ts";
import type { Db } from "#kernel/db/database.ts";
import { createLogger } from "#kernel/log.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

/** Waits until a condition holds; the test's own time limit ends it. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
}

describe("the cache", () => {
  let house: TestApp;
  let db: Db;
  let here: Cache;
  let there: Cache;
  before(async () => {
    house = await openTestApp();
    ({ db } = house.app.database);
    const open = () => createCache(house.app.database.connection, createLogger("silent"));
    [here, there] = [open(), open()];
  });
  after(async () => {
    await Promise.all([here.close(), there.close()]);
    await house.close();
  });

  it("loads once, also when many ask at once", async () => {
    let loads = 0;
    const read = () => here.get("once", async () => ++loads);
    assert.deepEqual(await Promise.all([read(), read(), read()]), [1, 1, 1]);
    assert.equal(await read(), 1);
  });

  it("forgets in every process what one changed", async () => {
    let value = "old";
    const read = (cache: Cache) => cache.get("shared", async () => value);
    await Promise.all([read(here), read(there)]);
    await db.transaction(async (tx) => {
      await here.invalidate(tx, "shared");
      value = "new";
    });
    assert.equal(await read(here), "new");
    await until(async () => (await read(there)) === "new");
  });

  it("does not bring back what was loaded before a change and arrived after", async () => {
    const { promise: slow, resolve: arrive } = Promise.withResolvers<string>();
    await here.get("warm", async () => 1);
    const early = here.get("late", () => slow);
    await db.transaction((tx) => here.invalidate(tx, "late"));
    arrive("stale");
    assert.equal(await early, "stale");
    let loads = 0;
    const read = () => here.get("late", async () => `fresh ${++loads}`);
    await until(async () => (await read()) === (await read()));
    assert.equal(await read(), `fresh ${loads}`);
  });

  it("keeps no failure", async () => {
    await assert.rejects(here.get("fails", async () => Promise.reject(new Error("no"))));
    assert.equal(await here.get("fails", async () => "well"), "well");
  });
});
