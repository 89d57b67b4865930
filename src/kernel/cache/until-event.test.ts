import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { z } from "zod";
import { systemActor } from "#kernel/actor.ts";
import { createKeepUntilEvent } from "#kernel/cache/until-event.ts";
import type { Db, Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { defineEvent } from "#kernel/events/event.ts";
import { recordEvent } from "#kernel/events/record.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const happened = (name: string) => defineEvent({ name, title: name, version: 1, payload: z.object({}) });
const origin = { actor: systemActor("test"), now: Temporal.Now.instant(), requestId: "test" };
const record = (tx: Tx, name: string) => recordEvent(tx, happened(name), {}, origin);

describe("what is kept until an event", () => {
  let house: TestApp;
  let db: Db;
  before(async () => {
    house = await openTestApp();
    ({ db } = house.app.database);
  });
  after(() => house.close());

  /** Counts loads of one key. */
  function counter(key: string) {
    const keep = createKeepUntilEvent();
    let loads = 0;
    return { read: () => keep(db, { key, events: "stone." }, async () => ++loads), keep };
  }

  it("is loaded once while nothing happens, and anew after a fact of its kind", async () => {
    const { read } = counter("a");
    assert.deepEqual([await read(), await read()], [1, 1]);
    await db.transaction((tx) => record(tx, "water.rose"));
    assert.equal(await read(), 1, "others' facts are no matter");
    await db.transaction((tx) => record(tx, "stone.laid"));
    assert.deepEqual([await read(), await read()], [2, 2]);
  });

  it("sees a fact of a transaction that began before the value was read and ended after", async () => {
    const { read } = counter("b");
    await db.transaction(async (tx) => {
      await record(tx, "stone.laid");
      assert.equal(await read(), 1);
      // Later ones end first: the order of numbers is not the order of commits.
      await db.transaction((other) => record(other, "stone.laid"));
      assert.equal(await read(), 2);
      assert.equal(await read(), 2);
    });
    assert.equal(await read(), 3);
  });

  it("takes no notice of what was rolled back", async () => {
    const { read } = counter("c");
    await read();
    await assert.rejects(
      db.transaction(async (tx) => {
        await record(tx, "stone.laid");
        await tx.execute(sql`SELECT 1 / 0`);
      }),
    );
    assert.equal(await read(), 1);
  });

  it("keeps no failure", async () => {
    const { keep } = counter("d");
    const until = { key: "d", events: "stone." };
    await assert.rejects(keep(db, until, async () => Promise.reject(new Error("no"))));
    assert.equal(await keep(db, until, async () => "well"), "well");
  });
});
