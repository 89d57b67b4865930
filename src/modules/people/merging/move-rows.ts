import type { SQL } from "drizzle-orm";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { MovableTable } from "#modules/people/merging/movable-tables.ts";

/** From whom to whom. */
export interface Move {
  keptId: string;
  mergedId: string;
}

/** What moved of one table: each row's key without its owner, and what it held in columns that gave way. */
export interface MovedTable {
  /** Its name and the column that said whose they were. */
  table: string;
  moved: Record<string, unknown>[];
  stays: number;
}

const id = (name: string): SQL => sql.raw(`"${name.replaceAll('"', '""')}"`);

/** Lets rows that are written once change their owner in this transaction, and no more. */
export async function openMoving(tx: Tx): Promise<void> {
  await tx.execute(sql`SELECT set_config('cairn.moves_accounts', 'on', true)`);
}

export async function closeMoving(tx: Tx): Promise<void> {
  await tx.execute(sql`SELECT set_config('cairn.moves_accounts', '', true)`);
}

/** Columns to keep of a row that moves: its key, and what gives way. */
function keptColumns({ column, key, rules }: MovableTable): SQL {
  const names = [...key.map((part) => part.column), ...Object.keys(rules.setBeside ?? {})];
  const pairs = names.filter((name) => name !== column).map((name) => sql`${name}::text, old.${id(name)}`);
  return sql`jsonb_build_object(${sql.join(pairs, sql`, `)})`;
}

/** True of a row that has its like at the kept owner. */
function hasItsLike({ name, column, rules }: MovableTable, keptId: string): SQL {
  if (!rules.stayWhenSame) return sql`false`;
  const same = rules.stayWhenSame.map((one) => sql` AND k.${id(one)} IS NOT DISTINCT FROM t.${id(one)}`);
  return sql`EXISTS (SELECT FROM ${sql.raw(name)} k WHERE k.${id(column)} = ${keptId} ${sql.join(same, sql``)})`;
}

async function hasRows(tx: Tx, { name, column }: MovableTable, owner: string): Promise<boolean> {
  return (
    (await firstRow(tx, sql`SELECT 1 FROM ${sql.raw(name)} WHERE ${id(column)} = ${owner} LIMIT 1`)) !==
    undefined
  );
}

const clash = (table: MovableTable) =>
  refuse(
    "conflict",
    "people.merge_clash",
    `Both have something in ${table.name.replaceAll('"', "")} that only one may have. Settle that first.`,
    { data: { table: table.name.replaceAll('"', "") } },
  );

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && ((error as { code?: string }).code === "23505" || isUniqueViolation(error.cause));

/**
 * Moves the rows of one table. Errors: `people.merge_clash` where both have what only one may have and no rule says
 * which gives way.
 */
export async function moveRows(tx: Tx, table: MovableTable, move: Move): Promise<MovedTable> {
  const { name, column, key, rules } = table;
  const besides = Object.entries(rules.setBeside ?? {});
  const givesWay = besides.length > 0 && (await hasRows(tx, table, move.keptId));
  const sets = givesWay ? besides.map(([field, value]) => sql`, ${id(field)} = ${value}`) : [];
  const same = key.map((part) => sql`t.${id(part.column)} = old.${id(part.column)}`);
  try {
    const found = await rows<{ kept: Record<string, unknown> }>(
      tx,
      // The old row stands beside the new one, so that what gave way is known.
      sql`WITH old AS (SELECT * FROM ${sql.raw(name)} t
            WHERE t.${id(column)} = ${move.mergedId} AND NOT ${hasItsLike(table, move.keptId)} FOR UPDATE)
          UPDATE ${sql.raw(name)} t SET ${id(column)} = ${move.keptId} ${sql.join(sets, sql``)}
          FROM old WHERE ${sql.join(same, sql` AND `)} RETURNING ${keptColumns(table)} AS kept`,
    );
    const left = await firstRow<{ n: number }>(
      tx,
      sql`SELECT count(*)::int AS n FROM ${sql.raw(name)} WHERE ${id(column)} = ${move.mergedId}`,
    );
    return { table: `${name} ${column}`, moved: found.map(({ kept }) => kept), stays: left?.n ?? 0 };
  } catch (error) {
    if (isUniqueViolation(error)) throw clash(table);
    throw error;
  }
}

/** Moves rows back whence they came; rows that are gone or moved on are left. */
export async function returnRows(
  tx: Tx,
  table: MovableTable,
  { keptId, mergedId, moved }: Move & { moved: readonly Record<string, unknown>[] },
): Promise<void> {
  const { name, column, key, rules } = table;
  const others = key.filter((part) => part.column !== column);
  const match = others.map(
    (part) => sql`t.${id(part.column)} = (m.row->>${part.column})::${sql.raw(part.type)}`,
  );
  // What gave way comes back only where nobody changed it since.
  const restored = Object.entries(rules.setBeside ?? {}).map(
    ([field, value]) => sql`, ${id(field)} = CASE WHEN t.${id(field)} IS NOT DISTINCT FROM ${value}
      THEN (jsonb_populate_record(NULL::${sql.raw(name)}, m.row)).${id(field)} ELSE t.${id(field)} END`,
  );
  await tx.execute(
    sql`UPDATE ${sql.raw(name)} t SET ${id(column)} = ${mergedId} ${sql.join(restored, sql``)}
        FROM jsonb_array_elements(${JSON.stringify(moved)}::jsonb) AS m (row)
        WHERE t.${id(column)} = ${keptId} ${match.length > 0 ? sql`AND ${sql.join(match, sql` AND `)}` : sql``}`,
  );
}
