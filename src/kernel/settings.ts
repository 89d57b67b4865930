import type { z } from "zod";
import { notifyCache } from "#kernel/cache/cache.ts";
import type { Db, Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";

/** Under which key of the cache a group of settings may be kept. */
export const settingCacheKey = (key: string): string => `setting:${key}`;

/** Reads one group of settings; what was never set has the schema's defaults. */
export async function readSetting<S extends z.ZodType>(db: Db, key: string, schema: S): Promise<z.output<S>> {
  const row = await firstRow<{ value: unknown }>(
    db,
    sql`SELECT value FROM kernel.setting WHERE key = ${key}`,
  );
  return schema.parse(row?.value ?? {});
}

/** Writes one group of settings and tells every process; the one that writes should also `cache.invalidate`. */
export async function writeSetting(
  tx: Tx,
  key: string,
  value: unknown,
  change: { now: Temporal.Instant; personId: string | null },
): Promise<void> {
  await tx.execute(
    sql`INSERT INTO kernel.setting (key, value, updated_at, updated_by)
        VALUES (${key}, ${JSON.stringify(value)}::jsonb, ${change.now.toString()}, ${change.personId})
        ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at,
          updated_by = excluded.updated_by`,
  );
  await notifyCache(tx, settingCacheKey(key));
}
