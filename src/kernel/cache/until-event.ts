import { LRUCache } from "lru-cache";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";

// What changes without a fact, such as a first judgement, is missed for this long at most.
const MAX_AGE_MS = 60_000;
const MAX_ENTRIES = 200;

/** What a kept value stands on. */
export interface UntilEvent {
  /** Names the value with everything it depends on besides the database: the plan's id, today. */
  key: string;
  /** How names of the events begin that may change it, such as `playbook.`. */
  events: string;
}

/**
 * Keeps what is dear to compute until a fact is recorded that may change it. Unlike a kept value that others say is
 * old, it is asked of the database each time, so that it is never behind: an event of a transaction that the value's
 * snapshot did not see is one that came after. `db` must not be in a transaction that has written.
 */
export type KeepUntilEvent = <T>(db: Db, until: UntilEvent, load: () => Promise<T>) => Promise<T>;

interface Kept {
  snapshot: string;
  value: Promise<unknown>;
}

async function snapshotOf(db: Db): Promise<string> {
  const row = await firstRow<{ snapshot: string }>(db, sql`SELECT pg_current_snapshot()::text AS snapshot`);
  if (!row) throw new Error("PostgreSQL gave no snapshot");
  return row.snapshot;
}

async function hasHappened(db: Db, snapshot: string, events: string): Promise<boolean> {
  const row = await firstRow<{ happened: boolean }>(
    db,
    sql`SELECT EXISTS (SELECT 1 FROM kernel.event
          WHERE xid >= pg_snapshot_xmin(${snapshot}::pg_snapshot)
            AND NOT pg_visible_in_snapshot(xid, ${snapshot}::pg_snapshot)
            AND starts_with(name, ${events})) AS happened`,
  );
  return row?.happened ?? true;
}

/** Makes what a process keeps so. */
export function createKeepUntilEvent(): KeepUntilEvent {
  const kept = new LRUCache<string, Kept>({ max: MAX_ENTRIES, ttl: MAX_AGE_MS });
  return async <T>(db: Db, { key, events }: UntilEvent, load: () => Promise<T>): Promise<T> => {
    const known = kept.get(key);
    // The key names what is stored under it, so its type is the caller's own.
    if (known && !(await hasHappened(db, known.snapshot, events))) return known.value as Promise<T>;
    // Taken before the value is read: what commits between the two makes it old, never unseen.
    const entry = { snapshot: await snapshotOf(db), value: load() };
    kept.set(key, entry);
    entry.value.catch(() => {
      if (kept.peek(key) === entry) kept.delete(key);
    });
    return entry.value;
  };
}
