import { actorOfToken, bearerToken } from "#kernel/auth/api-token.ts";
import { type BetterAuth, createBetterAuth } from "#kernel/auth/better-auth.ts";
import { cookieRules, sessionToken } from "#kernel/auth/cookies.ts";
import { type FormGuard, guardForms, isOurForm } from "#kernel/auth/csrf.ts";
import { realTime } from "#kernel/auth/real-time.ts";
import { findSession, type OpenSession } from "#kernel/auth/session.ts";
import type { Actor, StaffRole } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Config } from "#kernel/config.ts";
import type { Database } from "#kernel/db/database.ts";
import { refuse } from "#kernel/errors.ts";
import { problemResponse } from "#kernel/http/problem.ts";
import { newId } from "#kernel/ids.ts";
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
export interface Viewer {
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
  /** The person signed in by cookie, for pages; null for nobody. */
  viewerOf(request: Request): Promise<Viewer | null>;
  /** The token for this request's forms, and the cookie to send with it to a visitor who has none yet. */
  guardForms(request: Request): FormGuard;
  /** `guardForms(request).token`. */
  csrfFor(request: Request): string;
  /** Is this form's token the request's own? */
  isOurForm(request: Request, token: string): boolean;
  /** The sign-in machinery itself, for the parts of sign-in only. */
  machinery: BetterAuth;
}

/** The only calls a browser may make by itself; all others are made by our pages, behind their limits. */
const OPEN_PATHS = new Set([
  "/api/auth/passkey/generate-register-options",
  "/api/auth/passkey/verify-registration",
  "/api/auth/passkey/generate-authenticate-options",
  "/api/auth/passkey/verify-authentication",
]);

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

/**
 * Builds authentication over the house. Sessions and tokens are read from the database at every request, so revoking
 * one, or disabling a person, works at the next request of every process.
 */
export function createAuthentication(house: AuthenticationHouse, secret: string): Authentication {
  const { config, database, registry, services } = house;
  const rules = cookieRules(config);
  const sessionOf = sessionReader(house, secret);
  const machinery = createBetterAuth({
    db: database.db,
    config,
    log: services.log,
    secret,
    mailSignInLink: async () => {},
  });
  return {
    machinery,
    handler: async (request) => {
      if (OPEN_PATHS.has(new URL(request.url).pathname)) return machinery.handler(request);
      return problemResponse(
        refuse("not_found", "http.no_such_path", "There is nothing at this address."),
        newId(),
      );
    },
    actorOf: async (request) => {
      const bearer = bearerToken(request);
      if (bearer) return actorOfToken(database.db, bearer, house.clock.now());
      const session = await sessionOf(request);
      if (!session) return { kind: "anonymous" };
      return { kind: "person", personId: session.personId, role: session.role };
    },
    viewerOf: async (request) => {
      const session = await sessionOf(request);
      if (!session) return null;
      const { personId, name, email, role, zone, locale } = session;
      const company = await services.company();
      return {
        personId,
        name,
        email,
        role,
        permissions: [...registry.permissionsOf(role)],
        zone: zone ?? company.zone,
        locale: locale ?? company.locale,
      };
    },
    guardForms: (request) => guardForms(request, rules, secret),
    csrfFor: (request) => guardForms(request, rules, secret).token,
    isOurForm: (request, token) => isOurForm(request, token, { rules, secret }),
  };
}
