import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Tx } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { endCustomer, recordCustomer } from "#modules/people/index.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const at = (text: string) => Temporal.Instant.from(text);

describe("being a customer", () => {
  let house: TestApp;
  const accountId = newId();
  const told: string[] = [];
  const context = (tx: Tx): Parameters<typeof recordCustomer>[0] => ({
    tx,
    emit: (event) => {
      told.push(event.name);
      return Promise.resolve();
    },
  });
  before(async () => {
    house = await openTestApp();
    await house.app.database.db.execute(
      sql`INSERT INTO people.account (id, kind, name, currency, locale, zone, created_at, updated_at)
          VALUES (${accountId}, 'individual', 'Ida', 'EUR', 'de', 'UTC', now(), now())`,
    );
  });
  after(() => house.close());

  const intervals = async (sourceId: string) => {
    const found = await rows<{ from_at: string; until_at: string | null }>(
      house.app.database.db,
      sql`SELECT from_at, until_at FROM people.standing WHERE source_id = ${sourceId} ORDER BY from_at`,
    );
    return found.map((row) => [
      at(row.from_at).toString(),
      row.until_at === null ? null : at(row.until_at).toString(),
    ]);
  };

  it("begins once however often it is told, ends once, and may begin again", async () => {
    const { db } = house.app.database;
    const sourceId = newId();
    const from = (text: string) =>
      db.transaction((tx) =>
        recordCustomer(context(tx), { accountId, sourceKind: "subscription", sourceId, fromAt: at(text) }),
      );
    const until = (text: string) =>
      db.transaction((tx) => endCustomer(context(tx), { sourceId, untilAt: at(text) }));
    await Promise.all(Array.from({ length: 20 }, () => from("2027-01-05T00:00:00Z")));
    await until("2027-02-05T00:00:00Z");
    await until("2027-02-09T00:00:00Z");
    await from("2027-03-01T00:00:00Z");
    assert.deepEqual(await intervals(sourceId), [
      ["2027-01-05T00:00:00Z", "2027-02-05T00:00:00Z"],
      ["2027-03-01T00:00:00Z", null],
    ]);
    assert.deepEqual(told, ["people.customer_gained", "people.customer_lost", "people.customer_gained"]);
  });

  it("that ends before it began was never", async () => {
    const { db } = house.app.database;
    const sourceId = newId();
    await recordCustomer(context(db), {
      accountId,
      sourceKind: "purchase",
      sourceId,
      fromAt: at("2027-01-05T00:00:00Z"),
    });
    await endCustomer(context(db), { sourceId, untilAt: at("2027-01-01T00:00:00Z") });
    assert.deepEqual(await intervals(sourceId), [["2027-01-05T00:00:00Z", "2027-01-05T00:00:00Z"]]);
  });
});
