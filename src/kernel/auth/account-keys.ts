import type { SecurityState } from "#kernel/auth/door.ts";
import { findPasswordHash } from "#kernel/auth/people.ts";
import { endSessions } from "#kernel/auth/session.ts";
import { needSession, record, type Visit } from "#kernel/auth/visit.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";

/** Ends all sessions of this person but this one. */
export async function endOtherSessions(visit: Visit): Promise<number> {
  const session = await needSession(visit);
  return visit.house.database.db.transaction(async (tx) => {
    const ended = await endSessions(tx, session.personId, session.id);
    await record(visit, tx, "auth.end_sessions", session.personId);
    return ended;
  });
}

/** What guards this person's sign-in. */
export async function describeSecurity(visit: Visit): Promise<SecurityState> {
  const { id: sessionId, personId } = await needSession(visit);
  const { db } = visit.house.database;
  const [hash, app, passkeys] = await Promise.all([
    findPasswordHash(db, personId),
    firstRow<{ codes: string }>(
      db,
      sql`SELECT backup_codes AS codes FROM auth.two_factor WHERE person_id = ${personId} AND verified`,
    ),
    rows<{ id: string; name: string | null; at: string | null }>(
      db,
      sql`SELECT id, name, created_at AS at FROM auth.passkey WHERE person_id = ${personId} ORDER BY id`,
    ),
  ]);
  return {
    sessionId,
    hasPassword: hash !== undefined,
    hasAuthenticator: app !== undefined,
    recoveryCodesLeft: app ? (JSON.parse(app.codes) as string[]).length : 0,
    passkeys: passkeys.map(({ id, name, at }) => ({
      passkeyId: id,
      name: name || "Passkey",
      createdAt: at === null ? null : Temporal.Instant.from(at).toString(),
    })),
  };
}
