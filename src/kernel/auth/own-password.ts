import { verifyPassword } from "#kernel/auth/password.ts";
import { findPasswordHash, setPassword } from "#kernel/auth/people.ts";
import { realTime } from "#kernel/auth/real-time.ts";
import { endSessions, isFresh, type OpenSession } from "#kernel/auth/session.ts";
import { checkNewPassword } from "#kernel/auth/use-link.ts";
import { needSession, recordAndTell, type Visit } from "#kernel/auth/visit.ts";
import { refuse } from "#kernel/errors.ts";

const wrongPassword = () =>
  refuse("invalid", "auth.password_wrong", "Your password is not right.", {
    issues: [{ path: "current", message: "Enter your present password" }],
  });

/**
 * Asks for the present password before keys change. A stolen session must not guess at the password: the same limit as at the door.
 * Errors: `auth.password_wrong`, `auth.password_missing`, `auth.too_many_attempts`.
 */
export async function provePassword(visit: Visit, session: OpenSession, password: string): Promise<void> {
  const attempt = { kind: "password_account", of: session.email } as const;
  await visit.attempts.begin([attempt]);
  const hash = await findPasswordHash(visit.house.database.db, session.personId);
  if (!hash)
    throw refuse("conflict", "auth.password_missing", "Set a password first, then this can be switched on.");
  if (!(await verifyPassword(hash, password))) throw wrongPassword();
  await visit.attempts.forget(attempt);
}

/**
 * Asks for the present password before a key is added; of somebody without one, for a sign-in a moment ago.
 * Errors: those of `provePassword`, `auth.sign_in_again`.
 */
export async function proveSelf(
  visit: Visit,
  session: OpenSession,
  current: string | undefined,
): Promise<void> {
  const hash = await findPasswordHash(visit.house.database.db, session.personId);
  if (hash) return provePassword(visit, session, current ?? "");
  if (!isFresh(session, realTime.now()))
    throw refuse("conflict", "auth.sign_in_again", "Sign out and in again, then do this within 15 minutes.");
}

/** Sets a new password and ends all other sessions. */
export async function changePassword(
  visit: Visit,
  entry: { current?: string; password: string },
): Promise<void> {
  const session = await needSession(visit);
  const { name: company } = await visit.house.services.company();
  checkNewPassword(entry.password, [session.name, session.email, company]);
  await proveSelf(visit, session, entry.current);
  await visit.house.database.db.transaction(async (tx) => {
    await setPassword(tx, session.personId, { password: entry.password, now: visit.house.clock.now() });
    await endSessions(tx, session.personId, session.id);
    await recordAndTell(visit, tx, { fact: "auth.set_password", notice: "password_set", to: session });
  });
}
