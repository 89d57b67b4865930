import type { SignInStep } from "#kernel/auth/door.ts";
import { readCookie } from "#kernel/auth/cookies.ts";
import { hashRecoveryCode } from "#kernel/auth/recovery-codes.ts";
import { finishStep } from "#kernel/auth/sign-in.ts";
import { findRecipient } from "#kernel/auth/people.ts";
import { headersWithout, recordAndTell, type Visit } from "#kernel/auth/visit.ts";
import { refuse } from "#kernel/errors.ts";

const over = () =>
  refuse(
    "gone",
    "auth.second_step_over",
    "This sign-in is over, after ten minutes or too many tries. Start again.",
  );

// The words for better-auth's codes; what is not here is a wrong code.
const REFUSALS: Record<string, () => Error> = {
  INVALID_TWO_FACTOR_COOKIE: over,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: over,
  ACCOUNT_TEMPORARILY_LOCKED: () =>
    refuse(
      "rate_limited",
      "auth.too_many_attempts",
      "Too many wrong codes. Wait 15 minutes and start again.",
      {
        retryAfterSeconds: 15 * 60,
      },
    ),
  CODE_USED: () =>
    refuse("gone", "auth.code_used", "This code was used already. Start again and enter the next one."),
};

/** Throws what a refused code means. */
export async function refuseCode(answer: Response, wrong: () => Error): Promise<never> {
  const { code = "" } = (await answer.json().catch(() => ({}))) as { code?: string };
  if (answer.status >= 500) throw new Error(`The second step answered ${answer.status} ${code}`);
  throw (REFUSALS[code] ?? wrong)();
}

export const codeWrong = () =>
  refuse("invalid", "auth.code_wrong", "This code is not right. Enter the one your app shows now.", {
    issues: [{ path: "code", message: "Enter the code your app shows now" }],
  });

const recoveryCodeWrong = () =>
  refuse("invalid", "auth.recovery_code_wrong", "This recovery code is not right, or was used already.", {
    issues: [{ path: "code", message: "Enter a recovery code that was not used yet" }],
  });

/** Is a second step waiting in this browser? The challenge itself is checked with the code. */
export const awaitsSecondStep = (visit: Visit): boolean =>
  readCookie(visit.request.headers.get("cookie"), `${visit.rules.prefix}.two_factor`) !== undefined;

/**
 * A code is judged against the waiting challenge alone, never against a session another person left in the browser.
 */
const challengeHeaders = (visit: Visit) => headersWithout(visit, visit.rules.session);

const countTry = (visit: Visit) => visit.attempts.begin([{ kind: "code_address", of: visit.address }]);

/** Signs in with the code of an authenticator app. */
export async function enterCode(visit: Visit, code: string): Promise<SignInStep> {
  await countTry(visit);
  const answer = await visit.machinery.api.verifyTOTP({
    body: { code: code.replace(/\s/g, "") },
    headers: challengeHeaders(visit),
    asResponse: true,
  });
  if (!answer.ok) return refuseCode(answer, codeWrong);
  return finishStep(visit, answer);
}

/** Signs in with a recovery code, and tells the person by mail. */
export async function enterRecoveryCode(visit: Visit, code: string): Promise<SignInStep> {
  await countTry(visit);
  const answer = await visit.machinery.api.verifyBackupCode({
    body: { code: hashRecoveryCode(code, visit.secret) },
    headers: challengeHeaders(visit),
    asResponse: true,
  });
  if (!answer.ok) return refuseCode(answer, recoveryCodeWrong);
  const { user } = (await answer.clone().json()) as { user: { id: string } };
  await visit.house.database.db.transaction(async (tx) => {
    const to = await findRecipient(tx, user.id);
    if (to)
      await recordAndTell(visit, tx, { fact: "auth.use_recovery_code", notice: "recovery_code_used", to });
  });
  return finishStep(visit, answer);
}
