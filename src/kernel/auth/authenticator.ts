import { toString } from "qrcode";
import type { NewAuthenticator } from "#kernel/auth/door.ts";
import type { SecurityNotice } from "#kernel/auth/mails.ts";
import { provePassword } from "#kernel/auth/own-password.ts";
import { codeWrong, refuseCode } from "#kernel/auth/second-step.ts";
import type { SecurityFact } from "#kernel/auth/security-record.ts";
import type { OpenSession } from "#kernel/auth/session.ts";
import { needSession, recordAndTell, type Visit } from "#kernel/auth/visit.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

const note = (visit: Visit, to: OpenSession, [fact, notice]: [SecurityFact, SecurityNotice]) =>
  visit.house.database.db.transaction((tx) => recordAndTell(visit, tx, { fact, notice, to }));

const alreadyThere = () =>
  refuse("conflict", "auth.authenticator_there", "An authenticator app is there already. Remove it first.");

async function hasAuthenticator(db: Db, personId: string): Promise<boolean> {
  const row = await firstRow(
    db,
    sql`SELECT 1 FROM auth.two_factor WHERE person_id = ${personId} AND verified`,
  );
  return row !== undefined;
}

/** Begins to add an authenticator app. Nothing is asked at sign-in before a first code proves it. */
export async function startAuthenticator(visit: Visit, password: string): Promise<NewAuthenticator> {
  const session = await needSession(visit);
  await provePassword(visit, session, password);
  const { name: company } = await visit.house.services.company();
  const answer = await visit.machinery.api.enableTwoFactor({
    body: { password, method: "totp", issuer: company },
    headers: visit.request.headers,
    asResponse: true,
  });
  if (answer.status === 400) throw alreadyThere();
  if (!answer.ok) throw new Error(`Adding an authenticator answered ${answer.status}`);
  const { totpURI: uri, backupCodes } = (await answer.json()) as { totpURI: string; backupCodes: string[] };
  const svg = await toString(uri, { type: "svg", errorCorrectionLevel: "M", margin: 2 });
  return {
    uri,
    secret: new URL(uri).searchParams.get("secret") ?? "",
    qr: `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`,
    recoveryCodes: backupCodes,
  };
}

/** Proves the new app by a code; from now on sign-in asks for one. */
export async function confirmAuthenticator(visit: Visit, code: string): Promise<string[]> {
  const session = await needSession(visit);
  if (await hasAuthenticator(visit.house.database.db, session.personId)) throw alreadyThere();
  await visit.attempts.begin([{ kind: "code_address", of: visit.address }]);
  const answer = await visit.machinery.api.verifyTOTP({
    body: { code: code.replace(/\s/g, "") },
    headers: visit.request.headers,
    asResponse: true,
  });
  if (!answer.ok) return refuseCode(answer, codeWrong);
  await note(visit, session, ["auth.add_authenticator", "authenticator_added"]);
  return answer.headers.getSetCookie();
}

/** Removes the app and its recovery codes. */
export async function removeAuthenticator(visit: Visit, password: string): Promise<string[]> {
  const session = await needSession(visit);
  await provePassword(visit, session, password);
  const answer = await visit.machinery.api.disableTwoFactor({
    body: { password },
    headers: visit.request.headers,
    asResponse: true,
  });
  if (!answer.ok) throw new Error(`Removing an authenticator answered ${answer.status}`);
  await note(visit, session, ["auth.remove_authenticator", "authenticator_removed"]);
  return answer.headers.getSetCookie();
}

/** Makes new recovery codes; the earlier ones end. */
export async function renewRecoveryCodes(visit: Visit, password: string): Promise<string[]> {
  const session = await needSession(visit);
  await provePassword(visit, session, password);
  const answer = await visit.machinery.api.generateBackupCodes({
    body: { password },
    headers: visit.request.headers,
    asResponse: true,
  });
  if (!answer.ok) throw refuse("conflict", "auth.authenticator_missing", "Add an authenticator app first.");
  const { backupCodes } = (await answer.json()) as { backupCodes: string[] };
  await note(visit, session, ["auth.renew_recovery_codes", "recovery_codes_renewed"]);
  return backupCodes;
}
