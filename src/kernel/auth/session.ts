import type { StaffRole } from "#kernel/actor.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";

/** Seconds a session lives: from sign-in, whatever happens; and without being used. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;
const IDLE_SECONDS = 7 * 24 * 60 * 60;
/** "Seen" is written at most this often; it costs a write in a request that only reads. */
const SEEN_EVERY_SECONDS = 5 * 60;
/** How long a sign-in counts as a proof of its own. */
const FRESH = { minutes: 15 };

/** A browser that is signed in, and whose. */
export interface OpenSession {
  id: string;
  token: string;
  personId: string;
  name: string;
  email: string;
  role: StaffRole | null;
  zone: string | null;
  locale: string | null;
  /** Instant of the sign-in, as PostgreSQL writes it. */
  createdAt: string;
}

const before = (now: Temporal.Instant, seconds: number) => now.subtract({ seconds }).toString();

/**
 * The session of a token, read from the database at every request, so that a revoked session or a disabled person
 * is out at once in every process. Undefined when it is unknown, over, idle too long, or its person is disabled.
 */
export async function findSession(
  db: Db,
  token: string,
  now: Temporal.Instant,
): Promise<OpenSession | undefined> {
  const row = await firstRow<OpenSession & { stale: boolean }>(
    db,
    sql`SELECT s.id, s.token, p.id AS "personId", p.name, p.email, p.role, p.zone, p.locale,
               s.created_at AS "createdAt",
               coalesce(s.seen_at < ${before(now, SEEN_EVERY_SECONDS)}, true) AS stale
        FROM auth.session s JOIN auth.person p ON p.id = s.person_id
        WHERE s.token = ${token} AND s.expires_at > ${now.toString()} AND p.disabled_at IS NULL
          AND coalesce(s.seen_at, s.created_at) > ${before(now, IDLE_SECONDS)}`,
  );
  if (!row) return undefined;
  const { stale, ...session } = row;
  if (stale) await db.execute(sql`UPDATE auth.session SET seen_at = ${now.toString()} WHERE id = ${row.id}`);
  return session;
}

/** Did this person prove themselves a moment ago? */
export const isFresh = (session: OpenSession, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(session.createdAt).add(FRESH), now) > 0;

/** Ends sessions of a person: all, or all but one. Returns how many. */
export async function endSessions(db: Db, personId: string, exceptId?: string): Promise<number> {
  const ended = await db.execute(
    sql`DELETE FROM auth.session WHERE person_id = ${personId} AND id IS DISTINCT FROM ${exceptId ?? null}::uuid`,
  );
  return ended.rowCount ?? 0;
}
