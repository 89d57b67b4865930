import type { SQL } from "drizzle-orm";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { hashKey } from "#modules/academy/lrs/hash-key.ts";
import type { Sender } from "#modules/academy/lrs/sender.ts";
import { readableStatements } from "#modules/academy/lrs/sender.ts";
import { filterKey } from "#modules/academy/rules/lrs/statement-keys.ts";

/** A statement as the database gives it. `sequence` is its place in the order of storing, as text. */
export interface StatementRecord {
  id: string;
  sequence: string;
  raw: string;
  hasTimestamp: boolean;
  /** Milliseconds since 1970. */
  storedMs: number;
  isVoided: boolean;
}

/** Which statements are looked for, in which order, from where on. Sequences are decimal texts. */
export interface StatementSearch {
  /** Texts of `filterKey`; a statement has all of them, or points to one that has. */
  keys: readonly string[];
  /** Sequences above this. */
  above?: string;
  /** Sequences below this. */
  below?: string;
  ascending: boolean;
  limit: number;
}

/** Left shift of `stored` in a sequence. */
const STAMP = 2n ** 20n;

const LAST = 2n ** 63n - 1n;

/** The first sequence of a millisecond; of one before 1970 or after 2248 the first or last there can be. */
export function firstSequenceOf(ms: number): bigint {
  const first = BigInt(Math.max(0, Math.trunc(ms))) * STAMP;
  return first < LAST ? first : LAST;
}

/** Is statement `s` voided? A statement that voids is never voided itself. */
const IS_VOIDED = sql`(NOT s.voids AND EXISTS (SELECT FROM academy.lrs_statement v WHERE v.target_id = s.id AND v.voids
  AND (v.voids_any OR v.source_id IS NOT DISTINCT FROM s.source_id)))`;

const COLUMNS = sql`s.id, s.sequence::text AS sequence, s.raw, s.has_timestamp AS "hasTimestamp",
  (s.sequence >> 20) AS "storedMs", ${IS_VOIDED} AS "isVoided"`;

const hasKey = (key: string, sequence: SQL): SQL =>
  sql`EXISTS (SELECT FROM academy.lrs_statement_key f WHERE f.key = ${key}::uuid AND f.sequence = ${sequence})`;

const all = (conditions: readonly SQL[]): SQL =>
  conditions.length === 0 ? sql`true` : sql.join([...conditions], sql` AND `);

/** What of the store the sender may see of statement `s`. */
function mayRead(sender: Sender | undefined): SQL[] {
  if (!sender) return [];
  const readable = readableStatements(sender);
  if (readable === "all") return [];
  if (readable === "reach" && sender.reach)
    return [hasKey(hashKey(filterKey.registration(sender.reach.registration)), sql`s.sequence`)];
  return readable === "mine" ? [sql`s.source_id = ${sender.id}::uuid`] : [sql`false`];
}

function within(search: StatementSearch, sequence: SQL): SQL[] {
  const { above, below } = search;
  return [
    ...(above === undefined ? [] : [sql`${sequence} > ${above}::bigint`]),
    ...(below === undefined ? [] : [sql`${sequence} < ${below}::bigint`]),
  ];
}

/** Statements that have the keys themselves. */
function direct(search: StatementSearch, readable: readonly SQL[], order: SQL): SQL {
  const [first, ...rest] = search.keys.map(hashKey);
  if (first === undefined)
    return sql`SELECT s.sequence FROM academy.lrs_statement s
      WHERE ${all([...within(search, sql`s.sequence`), sql`NOT ${IS_VOIDED}`, ...readable])}
      ORDER BY s.sequence ${order} LIMIT ${search.limit}`;
  const conditions = [
    sql`k.key = ${first}::uuid`,
    ...within(search, sql`k.sequence`),
    ...rest.map((key) => hasKey(key, sql`k.sequence`)),
    sql`NOT ${IS_VOIDED}`,
    ...readable,
  ];
  return sql`SELECT s.sequence FROM academy.lrs_statement_key k
    JOIN academy.lrs_statement s ON s.sequence = k.sequence
    WHERE ${all(conditions)} ORDER BY k.sequence ${order} LIMIT ${search.limit}`;
}

/** Statements that point to one that has the keys, over any number of steps; a voided one counts as a target. */
function referring(search: StatementSearch, readable: readonly SQL[], order: SQL): SQL {
  const target = search.keys.map(hashKey).map((key) => hasKey(key, sql`t.sequence`));
  return sql`SELECT s.sequence FROM academy.lrs_statement s
    WHERE s.target_id IS NOT NULL
      AND ${all([...within(search, sql`s.sequence`), sql`NOT ${IS_VOIDED}`, ...readable])}
      AND EXISTS (
        WITH RECURSIVE chain (id) AS (
          SELECT s.target_id
          UNION SELECT r.target_id FROM academy.lrs_statement r JOIN chain ON r.id = chain.id
          WHERE r.target_id IS NOT NULL)
        SELECT FROM chain JOIN academy.lrs_statement t ON t.id = chain.id WHERE ${all(target)})
    ORDER BY s.sequence ${order} LIMIT ${search.limit}`;
}

/** Statements that match, voided ones left out; no more than `limit`. Without a sender the house itself looks. */
export async function findStatements(
  db: Db,
  search: StatementSearch,
  sender?: Sender,
): Promise<StatementRecord[]> {
  const order = search.ascending ? sql`ASC` : sql`DESC`;
  const readable = mayRead(sender);
  const found =
    search.keys.length === 0
      ? direct(search, readable, order)
      : sql`(${direct(search, readable, order)}) UNION (${referring(search, readable, order)})`;
  return rows<StatementRecord>(
    db,
    sql`SELECT ${COLUMNS} FROM academy.lrs_statement s WHERE s.sequence IN (${found})
        ORDER BY s.sequence ${order} LIMIT ${search.limit}`,
  );
}

/** The statement of an id, voided or not; undefined where there is none the sender may see. */
export const findStatement = (db: Db, id: string, sender?: Sender): Promise<StatementRecord | undefined> =>
  firstRow<StatementRecord>(
    db,
    sql`SELECT ${COLUMNS} FROM academy.lrs_statement s WHERE ${all([sql`s.id = ${id}::uuid`, ...mayRead(sender)])}`,
  );
