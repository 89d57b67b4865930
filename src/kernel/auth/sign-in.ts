import type { SignInStep } from "#kernel/auth/door.ts";
import { sessionToken } from "#kernel/auth/cookies.ts";
import { normalEmail } from "#kernel/auth/people.ts";
import { record, type Visit } from "#kernel/auth/visit.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** What better-auth says when a step went well. */
interface StepBody {
  twoFactorRedirect?: boolean;
  user?: { id: string };
}

/** A session that came before in this browser ends with the new one. */
async function endEarlierSession(visit: Visit): Promise<void> {
  const earlier = sessionToken(visit.request, visit.rules, visit.secret);
  if (earlier) await visit.house.database.db.execute(sql`DELETE FROM auth.session WHERE token = ${earlier}`);
}

/** Reads a successful answer of better-auth: which step, which cookies; audits a sign-in. */
export async function finishStep(visit: Visit, answer: Response): Promise<SignInStep> {
  const body = (await answer.json()) as StepBody;
  const cookies = answer.headers.getSetCookie();
  await endEarlierSession(visit);
  if (body.twoFactorRedirect) return { step: "second_step", cookies };
  const personId = body.user?.id;
  if (personId)
    await visit.house.database.db.transaction((tx) => record(visit, tx, "auth.sign_in", personId));
  return { step: "signed_in", cookies };
}

const wrong = () =>
  refuse("invalid", "auth.credentials_wrong", "The e-mail address or the password is not right.");

/** Signs in by password. The same work and the same answer for an address nobody has. */
export async function signIn(
  visit: Visit,
  entry: { email: string; password: string; remember: boolean },
): Promise<SignInStep> {
  const email = normalEmail(entry.email);
  const byAccount = { kind: "password_account", of: email } as const;
  const byAddress = { kind: "password_address", of: visit.address } as const;
  await visit.attempts.begin([byAccount, byAddress]);
  const answer = await visit.machinery.api.signInEmail({
    body: { email, password: entry.password, rememberMe: entry.remember },
    headers: visit.request.headers,
    asResponse: true,
  });
  if (answer.status >= 500) throw new Error(`Sign-in answered ${answer.status}`);
  if (!answer.ok) throw wrong();
  await visit.attempts.forget(byAccount);
  await visit.attempts.giveBack(byAddress);
  return finishStep(visit, answer);
}

/** Ends this browser's session. */
export async function signOut(visit: Visit): Promise<string[]> {
  const session = await visit.sessionOf(visit.request);
  const answer = await visit.machinery.api.signOut({ headers: visit.request.headers, asResponse: true });
  if (session)
    await visit.house.database.db.transaction((tx) => record(visit, tx, "auth.sign_out", session.personId));
  return answer.headers.getSetCookie();
}
