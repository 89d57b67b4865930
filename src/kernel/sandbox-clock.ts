import { type Clock, systemClock } from "#kernel/clock.ts";
import type { Database } from "#kernel/db/database.ts";
import { listen } from "#kernel/db/listen.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { Logger } from "#kernel/log.ts";

const KEY = "kernel.sandbox_clock";
const CHANNEL = "cairn_clock";

/** The clock of sandbox mode: the machine's, shifted by what was set, the same in every process. */
export interface SandboxClock extends Clock {
  /** Moves the clock, here and in every other process. */
  set(instant: Temporal.Instant): Promise<void>;
  close(): Promise<void>;
}

/** Opens the shifted clock of a sandbox; it moves when any process moves it. */
export async function openSandboxClock(database: Database, log: Logger): Promise<SandboxClock> {
  let shiftMs = 0;
  const refresh = async () => {
    const row = await firstRow<{ value: { shiftMs: number } }>(
      database.db,
      sql`SELECT value FROM kernel.setting WHERE key = ${KEY}`,
    );
    shiftMs = row?.value.shiftMs ?? 0;
  };
  const heard = () =>
    void refresh().catch((error: unknown) => log.warn({ error }, "The sandbox clock could not be read"));
  const listener = await listen(database.connection, CHANNEL, heard, log);
  await refresh();
  return {
    now: () => systemClock.now().add({ milliseconds: shiftMs }),
    close: listener.close,
    set: async (instant) => {
      shiftMs = instant.epochMilliseconds - systemClock.now().epochMilliseconds;
      await database.db.transaction(async (tx) => {
        await tx.execute(
          sql`INSERT INTO kernel.setting (key, value, updated_at) VALUES (${KEY}, ${JSON.stringify({ shiftMs })}::jsonb, ${instant.toString()})
            ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
        );
        await tx.execute(sql`SELECT pg_notify(${CHANNEL}, '')`);
      });
    },
  };
}
