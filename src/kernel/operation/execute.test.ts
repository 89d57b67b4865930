import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { z } from "zod";
import { sql } from "#kernel/db/sql.ts";
import { firstRow } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineEvent, defineSubscriber } from "#kernel/events/event.ts";
import { newId } from "#kernel/ids.ts";
import { defineModule } from "#kernel/module.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const Counted = defineEvent({
  name: "trial.counted",
  version: 1,
  title: "Counted",
  payload: z.object({ id: z.uuid() }),
});
const heard: string[] = [];

const count = defineCommand({
  name: "trial.count",
  title: "Count once",
  http: "POST /trial/counts",
  access: "trial:edit",
  input: z.object({ key: z.string() }),
  output: z.object({ id: z.uuid() }),
  load: (tx, { key }) => firstRow(tx, sql`SELECT value FROM kernel.setting WHERE key = ${key} FOR UPDATE`),
  run: async ({ tx, emit, input, now }, found) => {
    if (!found) throw refuse("not_found", "trial.unknown", "No such counter.");
    const id = newId();
    await tx.execute(
      sql`UPDATE kernel.setting SET value = jsonb_build_object('n', (value->>'n')::int + 1), updated_at = ${now.toString()} WHERE key = ${input.key}`,
    );
    await emit(Counted, { id });
    return { id };
  },
});

const trial = defineModule({
  name: "trial",
  title: "Trial",
  permissions: { "trial:edit": { title: "Count", roles: ["editor"] } },
  operations: [count],
  events: [Counted],
  subscribers: [
    defineSubscriber({
      name: "trial.hear",
      events: ["trial.counted"],
      handle: async (event) => {
        heard.push(event.id);
      },
    }),
  ],
});

describe("execute", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp({ modules: [trial] });
    await house.app.database.db.execute(
      sql`INSERT INTO kernel.setting (key, value, updated_at) VALUES ('c', '{"n":0}', now())`,
    );
  });
  after(() => house.close());
  const run = (role: "viewer" | "editor", options = {}) =>
    house.app.call("trial.count", { key: "c" }, { actor: house.person(role), ...options });
  const counter = async () =>
    (
      await firstRow<{ n: number }>(
        house.app.database.db,
        sql`SELECT (value->>'n')::int AS n FROM kernel.setting WHERE key = 'c'`,
      )
    )?.n;

  it("refuses who may not, and writes nothing", async () => {
    await assert.rejects(run("viewer"), { kind: "forbidden" });
    await assert.rejects(run("editor", { actor: { kind: "anonymous" } }), { kind: "unauthenticated" });
    assert.equal(await counter(), 0);
  });

  it("answers the same key with the first output, ten at once", async () => {
    const outputs = await Promise.all(
      Array.from({ length: 10 }, () => run("editor", { idempotencyKey: "k" })),
    );
    assert.equal(new Set(outputs.map((output) => JSON.stringify(output))).size, 1);
    assert.equal(await counter(), 1);
  });

  it("refuses the same key for another input", async () => {
    await assert.rejects(
      house.app.call("trial.count", { key: "other" }, { actor: house.person("editor"), idempotencyKey: "k" }),
      { code: "idempotency.key_reused" },
    );
  });

  it("delivers each fact once", async () => {
    await house.drain();
    await house.drain();
    assert.equal(heard.length, 1);
  });

  it("lets nobody rewrite history", async () => {
    await assert.rejects(
      house.app.database.db.execute(sql`DELETE FROM kernel.audit_entry`),
      /permission denied|Failed query/,
    );
    await assert.rejects(
      house.app.database.db.execute(sql`UPDATE kernel.event SET name = 'x'`),
      /permission denied|Failed query/,
    );
  });
});
