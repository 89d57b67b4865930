import { LRUCache } from "lru-cache";
import type { Connection, Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { type Listener, listen } from "#kernel/db/listen.ts";
import type { Logger } from "#kernel/log.ts";

/** Channel on which processes hear what to forget; the payload is the key. */
const CACHE_CHANNEL = "cairn_cache";

// A notification that never comes (a connection that broke unseen) costs this long at most.
const MAX_AGE_MS = 60_000;
// How long a key is not believed after this process changed it, unless the change is heard of before.
const IN_DOUBT_MS = 10_000;
const MAX_ENTRIES = 2000;

/** Values read often and changed seldom, kept in this process and forgotten in all at once. */
export interface Cache {
  /** The value under the key; loaded when it is not known. A load that fails is not kept. */
  get<T>(key: string, load: () => Promise<T>): Promise<T>;
  /** Tells every process to forget the key when the transaction commits; this one stops believing it at once. */
  invalidate(tx: Tx, key: string): Promise<void>;
  close(): Promise<void>;
}

/** Tells every process to forget a key when the transaction commits. */
export async function notifyCache(tx: Tx, key: string): Promise<void> {
  await tx.execute(sql`SELECT pg_notify(${CACHE_CHANNEL}, ${key})`);
}

/** Makes the cache of a process. It listens from its first use on. */
export function createCache(connection: Connection, log: Logger): Cache {
  const kept = new LRUCache<string, Promise<unknown>>({ max: MAX_ENTRIES, ttl: MAX_AGE_MS });
  const inDoubt = new LRUCache<string, true>({ max: MAX_ENTRIES, ttl: IN_DOUBT_MS });
  let listener: Promise<Listener> | undefined;

  const heard = (key: string) => {
    // An empty payload is a connection made again: whatever was said meanwhile is lost.
    if (key === "") kept.clear();
    kept.delete(key);
    inDoubt.delete(key);
  };
  /** Nothing is kept by a process that cannot hear of changes. */
  const isListening = async (): Promise<boolean> => {
    listener ??= listen(connection, CACHE_CHANNEL, heard, log);
    try {
      return Boolean(await listener);
    } catch {
      listener = undefined;
      return false;
    }
  };
  return {
    get: async <T>(key: string, load: () => Promise<T>): Promise<T> => {
      if (!(await isListening()) || inDoubt.has(key)) return load();
      const known = kept.get(key);
      // The key names what is stored under it, so its type is the caller's own.
      if (known) return known as Promise<T>;
      // Kept before it is loaded: a change heard meanwhile removes it, and nothing stale comes back.
      const loading = load();
      kept.set(key, loading);
      loading.catch(() => {
        if (kept.peek(key) === loading) kept.delete(key);
      });
      return loading;
    },
    invalidate: async (tx, key) => {
      inDoubt.set(key, true);
      kept.delete(key);
      await notifyCache(tx, key);
    },
    close: async () => (await listener)?.close(),
  };
}
