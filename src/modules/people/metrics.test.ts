import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { retention } from "#modules/people/rules/retention.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const at = (day: string) => Temporal.Instant.from(`${day}T12:00:00Z`);

describe("how many customers there are, and stay", () => {
  let house: TestApp;
  const accounts = Array.from({ length: 25 }, () => newId());
  before(async () => {
    house = await openTestApp();
    for (const [n, id] of accounts.entries()) {
      await house.app.database.db.execute(
        sql`INSERT INTO people.account (id, kind, name, currency, locale, zone, created_at, updated_at)
            VALUES (${id}, 'individual', ${`Customer ${String(n).padStart(2, "0")}`}, 'EUR', 'de', 'UTC', now(), now())`,
      );
      // All come on 1 March; the first five leave on 20 March, the last comes back on 5 April by something else.
      await stand(id, "2027-03-01", n < 5 ? "2027-03-20" : null);
    }
    await stand(accounts[4]!, "2027-04-05", null, "subscription");
    await stand(accounts[10]!, "2027-03-02", "2027-03-03", "subscription");
  });
  after(() => house.close());

  const stand = (id: string, from: string, until: string | null, kind = "purchase") =>
    house.app.database.db.execute(
      sql`INSERT INTO people.standing (id, account_id, source_kind, source_id, from_at, until_at)
          VALUES (${newId()}, ${id}, ${kind}, ${newId()}, ${`${from}T12:00:00Z`}, ${until && `${until}T12:00:00Z`})`,
    );
  const options = (day: string) => ({ asOf: at(day), zone: "Europe/Berlin", bind: {} });
  const metric = (key: string) => {
    const found = house.app.registry.metrics.find(key);
    assert.ok(found?.rows, key);
    return { measure: found.measure, rows: found.rows };
  };
  const active = (day: string) =>
    metric("people.customers_active").measure(house.app.database.db, options(day));
  const rate = (day: string) =>
    metric("people.customer_retention_rate").measure(house.app.database.db, options(day));

  it("counts each account once, from the instant it comes to the instant it leaves", async () => {
    const seen = [];
    for (const day of ["2027-02-28", "2027-03-01", "2027-03-02", "2027-03-19", "2027-03-20", "2027-04-05"])
      seen.push((await active(day)).value);
    assert.deepEqual(seen, [0, 25, 25, 25, 20, 21]);
  });

  it("says of last month what it said then, whatever happened since", async () => {
    const then = await active("2027-03-10");
    await stand(accounts[0]!, "2027-05-01", null);
    assert.deepEqual(await active("2027-03-10"), then);
    assert.equal((await active("2027-05-01")).value, 22);
  });

  it("gives the very accounts it counted", async () => {
    const { rows } = metric("people.customers_active");
    const all = await rows(house.app.database.db, { ...options("2027-03-20"), limit: 100, offset: 0 });
    const part = await rows(house.app.database.db, { ...options("2027-03-20"), limit: 5, offset: 3 });
    assert.equal(all.length, 20);
    assert.deepEqual(part, all.slice(3, 8));
    assert.deepEqual(all[0], {
      id: accounts[5],
      label: "Customer 05",
      detail: "purchase",
      href: `/console/customers/${accounts[5]}`,
    });
  });

  it("is the share of those of 30 days before who are customers now", async () => {
    assert.deepEqual(await rate("2027-03-31"), { value: 80 });
    // 6 April, 12:00 in summer time: 30 days before lie in winter time, an hour apart.
    assert.deepEqual(await rate("2027-04-06"), { value: 84 });
    const { rows } = metric("people.customer_retention_rate");
    const behind = await rows(house.app.database.db, { ...options("2027-03-31"), limit: 100, offset: 0 });
    assert.deepEqual([behind.length, behind.filter(({ detail }) => detail === "Left").length], [25, 5]);
  });

  it("is not known below 20 at the start", async () => {
    const early = await rate("2027-03-15");
    assert.equal(early.value, null);
    assert.match(early.reason ?? "", /0 customers 30 days ago/);
    assert.deepEqual(retention({ start: 20, stayed: 0 }), { value: 0 });
    assert.equal(retention({ start: 19, stayed: 19 }).value, null);
    assert.match(retention({ start: 1, stayed: 1 }).reason ?? "", /There was 1 customer 30/);
  });

  it("reaches the plan under the keys it asks for", () => {
    const keys = house.app.registry.metrics.list().map(({ key }) => key);
    assert.ok(keys.includes("people.customers_active") && keys.includes("people.customer_retention_rate"));
  });
});
