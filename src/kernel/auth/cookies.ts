import { createHmac, timingSafeEqual } from "node:crypto";
import { type Config, publicUrl } from "#kernel/config.ts";

/** How cookies are named and guarded at the public address. */
export interface CookieRules {
  /** `__Host-cairn` behind TLS, so that no other host or path can plant one; `cairn` on plain http. */
  prefix: string;
  secure: boolean;
  session: string;
  csrf: string;
}

/** Cookie names and attributes for the public address. */
export function cookieRules(config: Config): CookieRules {
  const secure = publicUrl(config).startsWith("https://");
  const prefix = secure ? "__Host-cairn" : "cairn";
  return { prefix, secure, session: `${prefix}.session_token`, csrf: `${prefix}.form` };
}

/** One cookie's value from a `cookie` header, decoded; undefined when it is not there. */
export function readCookie(header: string | null, name: string): string | undefined {
  for (const pair of (header ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (pair.slice(0, at).trim() !== name) continue;
    try {
      return decodeURIComponent(pair.slice(at + 1).trim());
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/** Compares two texts in a time that tells nothing about where they differ. */
export function sameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The value inside a cookie that better-auth signed (`value.signature`, HMAC-SHA-256); undefined when forged. */
function openSigned(signed: string, secret: string): string | undefined {
  const at = signed.lastIndexOf(".");
  if (at < 1) return undefined;
  const value = signed.slice(0, at);
  const signature = createHmac("sha256", secret).update(value).digest("base64");
  return sameText(signed.slice(at + 1), signature) ? value : undefined;
}

/** The session's token as the request's cookie carries it; undefined without a cookie we signed. */
export function sessionToken(request: Request, rules: CookieRules, secret: string): string | undefined {
  const signed = readCookie(request.headers.get("cookie"), rules.session);
  return signed ? openSigned(signed, secret) : undefined;
}
