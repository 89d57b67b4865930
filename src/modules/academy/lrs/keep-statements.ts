import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { clockShiftMs } from "#modules/academy/lrs/clock-shift.ts";
import type { PreparedStatement } from "#modules/academy/lrs/prepare-statements.ts";
import { conflicting } from "#modules/academy/lrs/refusals.ts";
import { isSameStatement } from "#modules/academy/rules/lrs/comparable-statement.ts";
import type { JsonObject } from "#modules/academy/rules/lrs/json-values.ts";

/** Whose statements these are, as their rows say. */
export interface Owner {
  sourceId: string | null;
  voidsAny: boolean;
  accountId: string | null;
  personId: string | null;
  enrolmentId: string | null;
}

interface Taken {
  taken_id: string;
  taken_raw: string;
}

/** Stores all, or none and gives those whose ids are taken: one statement, and so one commit by itself. */
function store(
  db: Db,
  prepared: readonly PreparedStatement[],
  owner: Owner,
  now: Temporal.Instant,
): Promise<Taken[]> {
  const column = (value: (one: PreparedStatement) => unknown) => sql.param(prepared.map(value));
  const keyRows = prepared.flatMap(({ keys }, index) => keys.map(() => index + 1));
  return rows<Taken>(
    db,
    sql`SELECT taken_id, taken_raw FROM academy.store_lrs_statements(
          ${column(({ id }) => id)}::uuid[], ${column(({ raw }) => raw)}::text[],
          ${column(({ hasTimestamp }) => hasTimestamp)}::boolean[], ${column(({ targetId }) => targetId)}::uuid[],
          ${column(({ voids }) => voids)}::boolean[], ${sql.param(keyRows)}::int[],
          ${sql.param(prepared.flatMap(({ keys }) => keys))}::uuid[], ${owner.voidsAny}::boolean,
          ${owner.sourceId}::uuid, ${owner.accountId}::uuid, ${owner.personId}::uuid, ${owner.enrolmentId}::uuid,
          ${clockShiftMs(now)}::bigint)`,
  );
}

/**
 * Stores prepared statements, all or none; those that are there already in the same words are left alone. Gives the
 * statements that are new. Errors: `academy.lrs_conflict` where another statement has the id.
 */
export async function keepStatements(
  db: Db,
  prepared: readonly PreparedStatement[],
  owner: Owner,
  now: Temporal.Instant,
): Promise<readonly PreparedStatement[]> {
  if (prepared.length === 0) return prepared;
  const taken = await store(db, prepared, owner, now);
  if (taken.length === 0) return prepared;
  const there = new Map(taken.map((one) => [one.taken_id, JSON.parse(one.taken_raw) as JsonObject]));
  for (const { id, statement } of prepared) {
    const other = there.get(id);
    if (other && !isSameStatement(other, statement))
      throw conflicting(`There is another statement of the id ${id}. Statements are never changed.`);
  }
  return keepStatements(
    db,
    prepared.filter(({ id }) => !there.has(id)),
    owner,
    now,
  );
}
