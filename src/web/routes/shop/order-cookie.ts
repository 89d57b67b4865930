const NAME = "order";
/** As long as somebody may take to come back from a provider's page. */
const MAX_AGE_SECONDS = 7 * 24 * 60 * 60;
const TOKEN = /^[\w-]{22,64}$/;

/** The checkout this browser ordered by last, or null: providers send people back to one address for all. */
export function readOrder(cookie: string | null): string | null {
  const value = new RegExp(`(?:^|;\\s*)${NAME}=([^;]*)`).exec(cookie ?? "")?.[1] ?? "";
  return TOKEN.test(value) ? value : null;
}

/** A `set-cookie` value that remembers it; scripts cannot read it. */
export const orderCookie = (token: string, secure: boolean): string =>
  `${NAME}=${token}; Path=/thanks; Max-Age=${MAX_AGE_SECONDS}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
