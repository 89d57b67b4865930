const NAME = "partner";
/** How long a referral link is remembered here; what it counts for is decided by the partner's own terms. */
const MAX_AGE_SECONDS = 365 * 24 * 60 * 60;
const CODE = /^[A-Z0-9-]{2,40}$/;

/** The partner whose link this browser came by, or null. */
export function readPartner(cookie: string | null): string | null {
  const value = new RegExp(`(?:^|;\\s*)${NAME}=([^;]*)`).exec(cookie ?? "")?.[1] ?? "";
  return CODE.test(value) ? value : null;
}

/** A `set-cookie` value that remembers a partner's link; a code and nothing of the visitor. */
export const partnerCookie = (code: string, secure: boolean): string =>
  `${NAME}=${code}; Path=/; Max-Age=${MAX_AGE_SECONDS}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
