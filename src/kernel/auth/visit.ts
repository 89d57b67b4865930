import type { Attempts } from "#kernel/auth/attempts.ts";
import type { AuthenticationHouse } from "#kernel/auth/authentication.ts";
import type { BetterAuth } from "#kernel/auth/better-auth.ts";
import { clientNetworkOf } from "#kernel/auth/client-address.ts";
import type { CookieRules } from "#kernel/auth/cookies.ts";
import { type Recipient, type SecurityNotice, securityMail } from "#kernel/auth/mails.ts";
import { recordSecurity, type SecurityFact } from "#kernel/auth/security-record.ts";
import type { OpenSession } from "#kernel/auth/session.ts";
import type { Tx } from "#kernel/db/database.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";

/** What all parts of sign-in share in one process. */
export interface Workshop {
  house: AuthenticationHouse;
  machinery: BetterAuth;
  attempts: Attempts;
  rules: CookieRules;
  secret: string;
  sessionOf(request: Request): Promise<OpenSession | undefined>;
  /** Runs work after the answer, so that its length tells nothing; failures go to the log. */
  later(work: () => Promise<void>): void;
}

/** One request at the door. */
export interface Visit extends Workshop {
  request: Request;
  /** The sender's network, by which attempts are counted. */
  address: string;
  requestId: string;
}

/** Binds the workshop to a request. */
export const visitOf = (workshop: Workshop, request: Request): Visit => ({
  ...workshop,
  request,
  address: clientNetworkOf(request),
  requestId: request.headers.get("x-request-id") ?? newId(),
});

/** The session of this request. Errors: `access.sign_in`. */
export async function needSession(visit: Visit): Promise<OpenSession> {
  const session = await visit.sessionOf(visit.request);
  if (!session) throw refuse("unauthenticated", "access.sign_in", "Sign in to do this.");
  return session;
}

/** The request's headers for better-auth, without the cookies named. */
export function headersWithout(visit: Visit, ...cookies: string[]): Headers {
  const headers = new Headers(visit.request.headers);
  const kept = (headers.get("cookie") ?? "")
    .split(";")
    .filter((pair) => !cookies.includes(pair.split("=")[0]?.trim() ?? ""));
  headers.set("cookie", kept.join(";"));
  return headers;
}

/** Writes a fact about a person's keys to the audit trail. */
export function record(visit: Visit, tx: Tx, fact: SecurityFact, personId: string): Promise<void> {
  return recordSecurity(tx, fact, { personId, now: visit.house.clock.now(), requestId: visit.requestId });
}

/** Audits a change of keys and tells the person by mail, in one transaction. */
export async function recordAndTell(
  visit: Visit,
  tx: Tx,
  change: { fact: SecurityFact; notice: SecurityNotice; to: Recipient },
): Promise<void> {
  const { name } = await visit.house.services.company();
  await record(visit, tx, change.fact, change.to.personId);
  await visit.house.services.mail.queue(
    tx,
    securityMail(change.notice, { to: change.to, company: name, config: visit.house.config }),
  );
}
