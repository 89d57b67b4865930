import { createHmac, randomBytes } from "node:crypto";
import { type CookieRules, readCookie, sameText, sessionToken } from "#kernel/auth/cookies.ts";

/** What a page needs to guard its forms. */
export interface FormGuard {
  /** Goes into every form as the field `csrf`. */
  token: string;
  /** A `set-cookie` value to send with the page, when the visitor has no session and no cookie yet. */
  setCookie?: string;
}

const KEY_BYTES = 18;

function tokenFor(key: string, secret: string): string {
  return createHmac("sha256", secret).update(`form:${key}`).digest("base64url");
}

/**
 * The token that forms of this request must carry: bound to the session, or, before sign-in, to a random cookie
 * that other sites can neither read nor (behind TLS, by its `__Host-` name) plant.
 */
export function guardForms(request: Request, rules: CookieRules, secret: string): FormGuard {
  const session = sessionToken(request, rules, secret);
  if (session) return { token: tokenFor(`session:${session}`, secret) };
  const known = readCookie(request.headers.get("cookie"), rules.csrf);
  if (known) return { token: tokenFor(`visitor:${known}`, secret) };
  const made = randomBytes(KEY_BYTES).toString("base64url");
  const setCookie = `${rules.csrf}=${made}; Path=/; HttpOnly; SameSite=Lax${rules.secure ? "; Secure" : ""}`;
  return { token: tokenFor(`visitor:${made}`, secret), setCookie };
}

/** True when a posted form carries the token of its own session or visitor. */
export function isOurForm(
  request: Request,
  given: string,
  { rules, secret }: { rules: CookieRules; secret: string },
): boolean {
  const { token, setCookie } = guardForms(request, rules, secret);
  return setCookie === undefined && sameText(given, token);
}
