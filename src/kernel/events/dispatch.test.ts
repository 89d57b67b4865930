import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { z } from "zod";
import { systemActor } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { dispatchBatch, MAX_ATTEMPTS } from "#kernel/events/dispatch.ts";
import { defineEvent, defineSubscriber, type Subscriber } from "#kernel/events/event.ts";
import { recordEvent } from "#kernel/events/record.ts";
import { defineModule } from "#kernel/module.ts";
import { openDatabase } from "#kernel/db/database.ts";
import { cloneDatabase } from "#test/database.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const Rung = defineEvent({ name: "bell.rung", version: 1, title: "Rung", payload: z.object({ n: z.int() }) });

const heard: number[] = [];
let failing = new Set<number>();
const listener: Subscriber = defineSubscriber({
  name: "bell.listen",
  events: ["bell.rung"],
  handle: async (event, { tx }) => {
    const { n } = event.payload as { n: number };
    await tx.execute(
      sql`INSERT INTO kernel.setting (key, value, updated_at) VALUES (${`bell.${n}`}, 'true', now())`,
    );
    if (failing.has(n)) throw new Error(`deaf to ${n}`);
    heard.push(n);
  },
});

const bell = defineModule({
  name: "bell",
  title: "Bell",
  permissions: {},
  operations: [],
  events: [Rung],
  subscribers: [listener],
});

describe("dispatchBatch", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp({ modules: [bell] });
  });
  after(() => house.close());

  const ring = (n: number) =>
    house.app.database.db.transaction((tx) =>
      recordEvent(tx, Rung, { n }, { actor: systemActor("test"), now: house.clock.now(), requestId: "test" }),
    );
  const dispatch = () => dispatchBatch(house.app, listener, house.clock.now());
  const count = async (table: "dead_letter" | "setting", where = sql`true`) =>
    (
      await firstRow<{ n: number }>(
        house.app.database.db,
        sql`SELECT count(*)::int AS n FROM ${sql.raw(`kernel.${table}`)} WHERE ${where}`,
      )
    )?.n;

  it("hands events over in order, once", async () => {
    for (const n of [1, 2, 3]) await ring(n);
    await dispatch();
    await dispatch();
    assert.deepEqual(heard, [1, 2, 3]);
  });

  it("does not skip an event whose transaction ends after a later one's", async () => {
    const { db } = house.app.database;
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let written: () => void = () => {};
    const first = new Promise<void>((resolve) => {
      written = resolve;
    });
    const slow = db.transaction(async (tx) => {
      await recordEvent(
        tx,
        Rung,
        { n: 10 },
        { actor: systemActor("test"), now: house.clock.now(), requestId: "test" },
      );
      written();
      await held;
    });
    await first;
    await ring(11);
    await dispatch();
    assert.ok(!heard.includes(11), "a later event must wait for the earlier transaction");
    release();
    await slow;
    await dispatch();
    assert.deepEqual(heard.slice(-2), [10, 11]);
  });

  it("does not wait for a transaction of another database", async () => {
    const elsewhere = await cloneDatabase();
    const other = openDatabase(elsewhere.app);
    await other.db.transaction(async (tx) => {
      await tx.execute(sql`SELECT pg_current_xact_id()`);
      await ring(15);
      await ring(16);
      await dispatch();
      assert.deepEqual(heard.slice(-2), [15, 16]);
    });
    await other.close();
    await elsewhere.drop();
  });

  it("undoes a failing event, waits, tries again and goes on", async () => {
    failing = new Set([20]);
    await ring(20);
    await ring(21);
    await dispatch();
    assert.equal(await count("setting", sql`key = 'bell.20'`), 0);
    assert.equal(await dispatch(), 0, "waits before the next try");
    failing = new Set();
    house.clock.advance({ minutes: 10 });
    await dispatch();
    assert.deepEqual(heard.slice(-2), [20, 21]);
  });

  it("puts an event aside after the last try and hands over the next", async () => {
    failing = new Set([30]);
    await ring(30);
    await ring(31);
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      await dispatch();
      house.clock.advance({ hours: 1 });
    }
    await dispatch();
    assert.equal(await count("dead_letter"), 1);
    assert.equal(heard.at(-1), 31);
  });
});
