import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { clockShiftMs } from "#modules/academy/lrs/clock-shift.ts";

/**
 * The instant up to which every statement that will ever be stored can be read from now on, in milliseconds since 1970.
 * Ask before reading: a writer that is under way holds it back (`academy.lrs_consistent_through_ms`).
 */
export async function consistentThroughMs(db: Db, now: Temporal.Instant): Promise<number> {
  const row = await firstRow<{ through: number }>(
    db,
    sql`SELECT academy.lrs_consistent_through_ms(${clockShiftMs(now)}::bigint) AS through`,
  );
  return row?.through ?? 0;
}

/** An instant as xAPI writes it: UTC, to the millisecond. */
export const isoOf = (ms: number): string =>
  Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: "millisecond" });
