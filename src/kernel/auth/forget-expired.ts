import { realTime } from "#kernel/auth/real-time.ts";
import type { Db } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";

/** Used and expired one-time links are kept so long, to answer questions about who came in how. */
const LINK_MEMORY = { hours: 30 * 24 };

/** Deletes sessions, challenges, used codes, links and attempt counters that are over. Safe to run at any time. */
export async function forgetExpired(db: Db, now: Temporal.Instant): Promise<void> {
  const real = realTime.now();
  const at = real.toString();
  await db.execute(sql`DELETE FROM auth.session WHERE expires_at < ${at}`);
  await db.execute(sql`DELETE FROM auth.verification WHERE expires_at < ${at}`);
  await db.execute(sql`DELETE FROM auth.used_code WHERE used_at < ${real.subtract({ hours: 1 }).toString()}`);
  await db.execute(sql`DELETE FROM auth.link WHERE expires_at < ${now.subtract(LINK_MEMORY).toString()}`);
  await db.execute(sql`DELETE FROM kernel.rate_limit WHERE expire < ${real.epochMilliseconds}`);
}
