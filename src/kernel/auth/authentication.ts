import { actorOfToken, bearerToken } from "#kernel/auth/api-token.ts";
import { openAttempts } from "#kernel/auth/attempts.ts";
import { createBetterAuth } from "#kernel/auth/better-auth.ts";
import { type CookieRules, cookieRules, sessionToken } from "#kernel/auth/cookies.ts";
import { type FormGuard, guardForms, isOurForm } from "#kernel/auth/csrf.ts";
import type { AuthDoor } from "#kernel/auth/door.ts";
import { mailSignInLink } from "#kernel/auth/mailed-links.ts";
import { openDoor } from "#kernel/auth/open-door.ts";
import { answerPasskeyScript } from "#kernel/auth/passkeys.ts";
import { realTime } from "#kernel/auth/real-time.ts";
import { findSession, type OpenSession } from "#kernel/auth/session.ts";
import { visitOf, type Workshop } from "#kernel/auth/visit.ts";
import type { Actor, StaffRole } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Config } from "#kernel/config.ts";
import type { Database } from "#kernel/db/database.ts";
import type { Registry } from "#kernel/operation/registry.ts";
import type { Services } from "#kernel/services.ts";

/** What sign-in needs of the house; an `App` fits. */
export interface AuthenticationHouse {
  registry: Registry;
  database: Database;
  config: Config;
  clock: Clock;
  services: Pick<Services, "log" | "company" | "mail">;
}

/** The person who looks at a page; the shape pages expect. */
interface Viewer {
  personId: string;
  name: string;
  email: string;
  role: StaffRole | null;
  permissions: string[];
  zone: string;
  locale: string;
}

/** Who somebody is, and the ways to prove it. */
export interface Authentication {
  /** Answers `/api/auth/*`: what the browser's passkey scripts ask. Everything else goes through pages. */
  handler(request: Request): Promise<Response>;
  /** Who sends a request, by session cookie or `Authorization: Bearer`. Errors: `auth.token_invalid`. */
  actorOf(request: Request): Promise<Actor>;
  /** Does this request carry a session's cookie that we signed? Cheap; says nothing of the session itself. */
  hasSessionCookie(request: Request): boolean;
  /** The person signed in by cookie, for pages; null for nobody. */
  viewerOf(request: Request): Promise<Viewer | null>;
  /** The token for this request's forms, and the cookie to send with it to a visitor who has none yet. */
  guardForms(request: Request): FormGuard;
  /** `guardForms(request).token`. */
  csrfFor(request: Request): string;
  /** Is this form's token the request's own? */
  isOurForm(request: Request, token: string): boolean;
  /** Sign-in and a person's own keys, for the pages of this request. */
  door(request: Request): AuthDoor;
  /** Waits for mails still being written; for shutdown and tests. */
  settled(): Promise<void>;
}

/** One look-up of the session per request, however many parts ask. */
function sessionReader(house: AuthenticationHouse, secret: string) {
  const rules = cookieRules(house.config);
  const known = new WeakMap<Request, Promise<OpenSession | undefined>>();
  return (request: Request): Promise<OpenSession | undefined> => {
    const token = sessionToken(request, rules, secret);
    if (!token) return Promise.resolve(undefined);
    const found = known.get(request) ?? findSession(house.database.db, token, realTime.now());
    known.set(request, found);
    return found;
  };
}

/** One guard per request: a visitor's cookie and the token in the page must come of the same draw. */
function formGuard(rules: CookieRules, secret: string) {
  const made = new WeakMap<Request, FormGuard>();
  return (request: Request): FormGuard => {
    const guard = made.get(request) ?? guardForms(request, rules, secret);
    made.set(request, guard);
    return guard;
  };
}

/** Work that goes on after the answer. */
function afterwards(house: AuthenticationHouse) {
  const open = new Set<Promise<void>>();
  return {
    later: (work: () => Promise<void>) => {
      const running = work()
        .catch((error: unknown) => house.services.log.error({ error }, "A mail of sign-in was not written"))
        .finally(() => open.delete(running));
      open.add(running);
    },
    settled: async () => {
      await Promise.all(open);
    },
  };
}

function openWorkshop(house: AuthenticationHouse, secret: string, later: Workshop["later"]): Workshop {
  return {
    house,
    secret,
    later,
    rules: cookieRules(house.config),
    sessionOf: sessionReader(house, secret),
    attempts: openAttempts(house.database.pool, secret),
    machinery: createBetterAuth({
      db: house.database.db,
      config: house.config,
      log: house.services.log,
      secret,
      mailSignInLink: mailSignInLink(house),
    }),
  };
}

async function viewerFor(house: AuthenticationHouse, session: OpenSession): Promise<Viewer> {
  const { personId, name, email, role, zone, locale } = session;
  const company = await house.services.company();
  return {
    personId,
    name,
    email,
    role,
    permissions: [...house.registry.permissionsOf(role)],
    zone: zone ?? company.zone,
    locale: locale ?? company.locale,
  };
}

/**
 * Builds authentication over the house. Sessions and tokens are read from the database at every request, so revoking
 * one, or disabling a person, works at the next request of every process.
 */
export function createAuthentication(house: AuthenticationHouse, secret: string): Authentication {
  const { later, settled } = afterwards(house);
  const workshop = openWorkshop(house, secret, later);
  const { rules, sessionOf } = workshop;
  const guard = formGuard(rules, secret);
  return {
    handler: (request) => answerPasskeyScript(visitOf(workshop, request)),
    actorOf: async (request) => {
      const bearer = bearerToken(request);
      if (bearer) return actorOfToken(house.database.db, bearer, house.clock.now());
      const session = await sessionOf(request);
      if (!session) return { kind: "anonymous" };
      return { kind: "person", personId: session.personId, role: session.role };
    },
    hasSessionCookie: (request) => sessionToken(request, rules, secret) !== undefined,
    viewerOf: async (request) => {
      const session = await sessionOf(request);
      return session ? viewerFor(house, session) : null;
    },
    guardForms: guard,
    csrfFor: (request) => guard(request).token,
    isOurForm: (request, token) => isOurForm(request, token, { rules, secret }),
    door: (request) => openDoor(visitOf(workshop, request)),
    settled,
  };
}
