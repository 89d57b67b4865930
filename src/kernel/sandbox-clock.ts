import { type Clock, systemClock } from "#kernel/clock.ts";
import type { Database } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { firstRow } from "#kernel/db/sql.ts";

const KEY = "kernel.sandbox_clock";

/** The clock of sandbox mode: the machine's, shifted by what was set, the same in every process. */
export interface SandboxClock extends Clock {
  /** Reads the shift again; called at start and when another process changed it. */
  refresh(): Promise<void>;
  set(instant: Temporal.Instant): Promise<void>;
}

/** Opens the shifted clock of a sandbox. */
export async function openSandboxClock(database: Database): Promise<SandboxClock> {
  let shiftMs = 0;
  const refresh = async () => {
    const row = await firstRow<{ value: { shiftMs: number } }>(
      database.db,
      sql`SELECT value FROM kernel.setting WHERE key = ${KEY}`,
    );
    shiftMs = row?.value.shiftMs ?? 0;
  };
  await refresh();
  return {
    now: () => systemClock.now().add({ milliseconds: shiftMs }),
    refresh,
    set: async (instant) => {
      shiftMs = instant.epochMilliseconds - systemClock.now().epochMilliseconds;
      await database.db.execute(
        sql`INSERT INTO kernel.setting (key, value, updated_at) VALUES (${KEY}, ${JSON.stringify({ shiftMs })}::jsonb, ${instant.toString()})
            ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
      );
    },
  };
}
