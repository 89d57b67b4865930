import type { LRUCache } from "lru-cache";
import type { Clock } from "#kernel/clock.ts";
import type { Db } from "#kernel/db/database.ts";
import type { Services } from "#kernel/services.ts";

/** What the store's resources work with. */
export interface LrsHouse {
  db: Db;
  services: Services;
  clock: Clock;
  /** Hashes of definitions of activities that are merged already; told again they are nothing new. */
  merged: LRUCache<string, true>;
  /** The version each sender spoke last: answers to requests that name none are in it. */
  spoken: LRUCache<string, "1.0.3" | "2.0.0">;
  /** When the last use of a client was written, in milliseconds since 1970. */
  used: LRUCache<string, number>;
}

/** Largest body the store takes, in bytes: statements with their attachments, or one document. */
export const MAX_LRS_BODY_BYTES = 32 * 1024 * 1024;
