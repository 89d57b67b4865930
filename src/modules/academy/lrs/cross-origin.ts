import { type Config, publicUrl } from "#kernel/config.ts";
import type { Cache } from "#kernel/cache/cache.ts";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";

/** Under which name the cache keeps the origins of all clients. */
export const ORIGINS_CACHE_KEY = "academy.lrs_origins";

const REQUEST_HEADERS =
  "Authorization, Content-Type, Content-Encoding, Content-Transfer-Encoding, Accept-Language, If-Match, If-None-Match, " +
  "X-Experience-API-Version, X-Experience-API-Hash, X-Request-Id";
const ANSWER_HEADERS =
  "ETag, Last-Modified, X-Experience-API-Version, X-Experience-API-Consistent-Through, X-Request-Id, WWW-Authenticate";

/** What is needed to know which pages may call. */
export interface OriginRegister {
  db: Db;
  cache: Cache;
  config: Config;
}

async function registeredOrigins({ db, cache }: OriginRegister): Promise<ReadonlySet<string>> {
  return cache.get(ORIGINS_CACHE_KEY, async () => {
    const found = await rows<{ origin: string }>(
      db,
      sql`SELECT DISTINCT unnest(origins) AS origin FROM academy.lrs_client WHERE revoked_at IS NULL`,
    );
    return new Set(found.map(({ origin }) => origin));
  });
}

/**
 * May pages of this origin call the store? Those that a client registered, our own, and the frames our player shows
 * packages in, which are of no origin. Nothing is given away by it: no cookie opens the store, only a secret that the
 * page has to hold.
 */
export async function isAllowedOrigin(register: OriginRegister, origin: string): Promise<boolean> {
  if (origin === "null" || origin === new URL(publicUrl(register.config)).origin) return true;
  return (await registeredOrigins(register)).has(origin.toLowerCase());
}

/** Lets the page at this origin read the answer. */
export function allowOrigin(headers: Headers, origin: string): void {
  headers.set("access-control-allow-origin", origin);
  headers.set("access-control-expose-headers", ANSWER_HEADERS);
  headers.append("vary", "Origin");
}

/** The answer to a browser that asks before it calls. */
export function preflightAnswer(origin: string, methods: readonly string[]): Response {
  const response = new Response(null, { status: 204 });
  allowOrigin(response.headers, origin);
  response.headers.set("access-control-allow-methods", methods.join(", "));
  response.headers.set("access-control-allow-headers", REQUEST_HEADERS);
  response.headers.set("access-control-max-age", "7200");
  return response;
}
