import type { SQL } from "drizzle-orm";
import type { Db, Tx } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { movementRows } from "#modules/billing/revenue/derive-movements.ts";

/** Customers of one small transaction, and how many of those run at a time. */
const CHUNK = 20_000;
const AT_A_TIME = 2;

/**
 * Lets one run at a time write movements, until the transaction ends: two that derive the same customer would write its
 * movements twice.
 */
const lockMovements = (tx: Tx) =>
  tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended('billing.mrr_movement', 0))`);

/** Everything of a movement but its key, which is customer, instant and currency. */
const VALUES = ["kind", "amount_minor", "before_minor", "after_minor", "customers", "fixed_on", "since_at"]
  .concat(["subscription_id", "cause", "cause_id"])
  .map((name) => sql.raw(name));
const valuesOf = (table: string) =>
  sql.join(
    VALUES.map((name) => sql`${sql.raw(table)}.${name}`),
    sql`, `,
  );
const taken = sql.join(
  VALUES.map((name) => sql`${name} = excluded.${name}`),
  sql`, `,
);

/**
 * Derives the movements of some customers anew and writes those that differ: most never do, and a row that is written
 * again costs more than one that is compared. `of` makes the condition on a column of account ids. Gives how many there
 * are.
 */
async function writeMovements(tx: Tx, of: (accountId: SQL) => SQL): Promise<number> {
  const [row] = await rows<{ n: number }>(
    tx,
    sql`WITH derived AS MATERIALIZED (${movementRows(of(sql`s.account_id`))}),
        gone AS (
          DELETE FROM billing.mrr_movement m WHERE ${of(sql`m.account_id`)} AND NOT EXISTS (
            SELECT FROM derived d WHERE (d.account_id, d.at, d.currency) = (m.account_id, m.at, m.currency))),
        written AS (
          INSERT INTO billing.mrr_movement SELECT d.* FROM derived d LEFT JOIN billing.mrr_movement m
            ON (d.account_id, d.at, d.currency) = (m.account_id, m.at, m.currency) AND ${of(sql`m.account_id`)}
          WHERE (${valuesOf("d")}) IS DISTINCT FROM (${valuesOf("m")})
          ON CONFLICT (account_id, at, currency) DO UPDATE SET ${taken})
        SELECT count(*)::int AS n FROM derived`,
  );
  return row?.n ?? 0;
}

/**
 * Derives the movements of customers whose history grew since, at most `limit` of them; gives how many there were. The
 * mark is taken away before the history is read, so that what grows meanwhile is marked again.
 */
export async function refreshMovements(tx: Tx, limit: number): Promise<number> {
  await lockMovements(tx);
  const stale = await rows<{ account_id: string }>(
    tx,
    sql`DELETE FROM billing.mrr_stale WHERE account_id IN (
          SELECT account_id FROM billing.mrr_stale ORDER BY marked_at, account_id LIMIT ${limit})
        RETURNING account_id`,
  );
  if (stale.length === 0) return 0;
  const accounts = sql.param(stale.map((row) => row.account_id));
  await writeMovements(tx, (accountId) => sql`${accountId} = ANY (${accounts}::uuid[])`);
  return stale.length;
}

/** Ranges of account ids that hold about as many customers as one transaction takes; the first and last are open. */
async function chunksOf(db: Db, size: number): Promise<((accountId: SQL) => SQL)[]> {
  const bounds = await rows<{ bound: string }>(
    db,
    sql`SELECT account_id AS bound FROM (
          SELECT account_id, row_number() OVER (ORDER BY account_id) AS n FROM (
            SELECT account_id FROM billing.subscription_state UNION SELECT account_id FROM billing.mrr_movement) a) b
        WHERE n % ${size} = 0 ORDER BY 1`,
  );
  const ends = [...bounds.map(({ bound }) => bound), undefined];
  return ends.map((end, index) => (accountId) => {
    const start = ends[index - 1];
    const after = start === undefined ? sql`true` : sql`${accountId} > ${start}::uuid`;
    return end === undefined ? after : sql`${after} AND ${accountId} <= ${end}::uuid`;
  });
}

/**
 * Derives all movements anew, in small transactions of whole customers, two at a time; gives how many there are. Killed
 * half-way, each customer is as it was or as it is. `tx` holds the lock meanwhile and writes nothing.
 */
export async function rebuildMovements(db: Db, tx: Tx, size = CHUNK): Promise<number> {
  await lockMovements(tx);
  const chunks = (await chunksOf(db, size)).values();
  const work = async (): Promise<number> => {
    let written = 0;
    for (const of of chunks)
      written += await db.transaction(async (chunk) => {
        await chunk.execute(sql`DELETE FROM billing.mrr_stale m WHERE ${of(sql`m.account_id`)}`);
        return writeMovements(chunk, of);
      });
    return written;
  };
  const written = await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return written.reduce((sum, some) => sum + some, 0);
}
