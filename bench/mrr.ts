import { Client } from "pg";
import { clientOptions } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { machine, openBenchHouse, report } from "./house.ts";

/** Customers, and changes of each; every change is a movement. One in ten has a second plan, one in ten pays in euros. */
const CUSTOMERS = 125_000;
const CHANGES = 8;
const RUNS = 3;

const house = await openBenchHouse();
const { db } = house.app.database;

/** The least that a history needs: a plan to subscribe to. */
async function writePlan(): Promise<void> {
  const id = "00000000-0000-7000-8000-000000000001";
  await db.execute(
    sql`INSERT INTO billing.product (id, key, name, kind, created_at) VALUES (${id}, 'plan', 'Plan', 'service', '2024-01-01')`,
  );
  await db.execute(
    sql`INSERT INTO billing.offer (id, product_id, key, name, kind, created_at)
        VALUES (${id}, ${id}, 'plan', 'Plan', 'subscription', '2024-01-01')`,
  );
  await db.execute(
    sql`INSERT INTO billing.price (id, offer_id, currency, scheme, amount_minor, cycle, sold_from_at, created_at)
        VALUES (${id}, ${id}, 'USD', 'flat', 9700, 'month', '2024-01-01', '2024-01-01')`,
  );
  await db.execute(
    sql`INSERT INTO billing.subscription (id, account_id, offer_id, price_id, quantity, currency, zone, status, provider,
          created_at)
        SELECT md5('subscription ' || n)::uuid, md5('customer ' || n - n % 10 / 9)::uuid, ${id}, ${id}, 1,
          CASE n % 10 WHEN 4 THEN 'EUR' ELSE 'USD' END, 'UTC', 'active', 'manual', '2024-01-01'
        FROM generate_series(1, ${CUSTOMERS}::int) n`,
  );
}

/** Up, up, down, gone, and again: each state differs from the one before. Days are spread evenly, the same at each run. */
const writeHistory = () =>
  db.execute(
    sql`INSERT INTO billing.subscription_state (id, account_id, subscription_id, from_at, status, is_active, mrr_minor,
          currency, cause)
        SELECT md5(s.id::text || k)::uuid, s.account_id, s.id,
          timestamptz '2024-01-01' + (k * 90 + (hashtext(s.id::text || k) & 63)) * interval '1 day'
            + (hashtext(k || s.id::text) & 65535) * interval '1 second',
          CASE k % 4 WHEN 3 THEN 'cancelled' ELSE 'active' END, k % 4 <> 3,
          CASE k % 4 WHEN 0 THEN 9700 WHEN 1 THEN 19700 WHEN 2 THEN 14700 ELSE 0 END, s.currency,
          'billing.subscription_changed'
        FROM billing.subscription s, generate_series(0, ${CHANGES - 1}::int) k`,
  );

/** What autovacuum does to a table that was filled, once and at a known time. */
async function settle(): Promise<void> {
  const client = new Client(clientOptions(house.connections.owner));
  await client.connect();
  await client.query("VACUUM ANALYZE billing.subscription_state, billing.mrr_movement");
  await client.end();
}

async function timeRebuild() {
  const started = performance.now();
  const { movements } = (await house.app.call("billing.rebuild_movements", {})) as { movements: number };
  return { movements, seconds: Math.round(performance.now() - started) / 1000 };
}

try {
  await writePlan();
  await writeHistory();
  await settle();
  const empty = await timeRebuild();
  await settle();
  const again = [];
  for (let run = 0; run < RUNS; run++) again.push(await timeRebuild());
  const started = performance.now();
  const verdict = (await house.app.call("billing.verify_metrics", {})) as { ok: boolean };
  const states = await firstRow<{ n: number }>(
    db,
    sql`SELECT count(*)::int AS n FROM billing.subscription_state`,
  );
  report({
    bench: "mrr",
    machine: machine(),
    states: states?.n,
    intoEmpty: empty,
    again,
    limitSeconds: 10,
    verified: verdict.ok,
    verifySeconds: Math.round(performance.now() - started) / 1000,
  });
} finally {
  await house.close();
}
