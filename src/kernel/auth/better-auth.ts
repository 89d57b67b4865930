import { passkey } from "@better-auth/passkey";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { APIError } from "better-auth/api";
import { betterAuth } from "better-auth/minimal";
import { magicLink } from "better-auth/plugins/magic-link";
import { twoFactor } from "better-auth/plugins/two-factor";
import { isIP } from "node:net";
import { cookieRules } from "#kernel/auth/cookies.ts";
import { CLIENT_ADDRESS_HEADER } from "#kernel/auth/client-address.ts";
import { hashPassword, verifyPassword } from "#kernel/auth/password.ts";
import { makeRecoveryCodes, recoveryCodeStore } from "#kernel/auth/recovery-codes.ts";
import { betterAuthTables } from "#kernel/auth/schema.ts";
import { SESSION_SECONDS } from "#kernel/auth/session.ts";
import { guardSession } from "#kernel/auth/session-guard.ts";
import { PASSWORD_MAX, PASSWORD_MIN } from "#kernel/browser/password-rules.ts";
import { type Config, publicUrl } from "#kernel/config.ts";
import type { Db } from "#kernel/db/database.ts";
import { newId } from "#kernel/ids.ts";
import type { Logger } from "#kernel/log.ts";

/** Seconds an e-mailed sign-in link works. */
const SIGN_IN_LINK_SECONDS = 15 * 60;

/** What the sign-in machinery needs. */
export interface BetterAuthDeps {
  db: Db;
  config: Config;
  log: Logger;
  secret: string;
  /** Mails a sign-in link's token to a person who exists. */
  mailSignInLink(link: { email: string; token: string }): Promise<void>;
}

/** Passkeys are bound to a host name; at an address of digits alone, `localhost` is the one that works. */
function passkeyHost(address: URL): { rpID: string; origins: string[] } {
  const host = address.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) === 0) return { rpID: host, origins: [address.origin] };
  return { rpID: "localhost", origins: [address.origin, `http://localhost:${address.port}`] };
}

/**
 * better-auth's own second step asks only after a password. An e-mailed link proves as much as a password does, so it
 * leads to the second step too; a passkey is two factors by itself.
 */
function secondStep(secret: string) {
  const plugin = twoFactor({
    issuer: "Cairn",
    backupCodeOptions: {
      customBackupCodesGenerate: makeRecoveryCodes,
      storeBackupCodes: recoveryCodeStore(secret),
    },
  });
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: (context: Parameters<typeof hook.matcher>[0]) =>
      hook.matcher(context) || context.path === "/magic-link/verify",
  }));
  return { ...plugin, hooks: { after } };
}

function passkeys(rpID: string, origins: string[]) {
  return passkey({
    rpID,
    rpName: "Cairn",
    origin: origins,
    advanced: { webAuthnChallengeCookie: "passkey" },
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    authentication: {
      // A key without its owner's finger or PIN would be one factor only.
      afterVerification: async ({ verification }) => {
        if (!verification.authenticationInfo.userVerified)
          throw new APIError("UNAUTHORIZED", { code: "NOT_VERIFIED", message: "Not signed in" });
      },
    },
  });
}

/** Builds the sign-in machinery. No open sign-up; attempts are limited by us, not by it. */
export function createBetterAuth({ db, config, log, secret, mailSignInLink }: BetterAuthDeps) {
  const rules = cookieRules(config);
  const { rpID, origins } = passkeyHost(new URL(publicUrl(config)));
  return betterAuth({
    appName: "Cairn",
    baseURL: publicUrl(config),
    basePath: "/api/auth",
    secret,
    trustedOrigins: origins,
    database: drizzleAdapter(db, { provider: "pg", schema: betterAuthTables }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    databaseHooks: { session: { create: { before: guardSession(db) } } },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      database: { generateId: newId },
      cookiePrefix: rules.prefix,
      // The prefix above is stronger than the one better-auth would put before it.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: rules.secure, httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    logger: {
      level: "error",
      log: (_level, message) => log.error({ part: "better-auth" }, message),
    },
    plugins: [
      magicLink({
        expiresIn: SIGN_IN_LINK_SECONDS,
        disableSignUp: true,
        storeToken: "hashed",
        sendMagicLink: ({ email, token }) => mailSignInLink({ email, token }),
      }),
      passkeys(rpID, origins),
      secondStep(secret),
    ],
  });
}

/** The machinery, with its typed calls. */
export type BetterAuth = ReturnType<typeof createBetterAuth>;
