/** Providers send people back to a page that does not know what they came from; this browser does. */
type Errand = "attempt" | "setup";

const MAX_AGE_SECONDS = 24 * 60 * 60;
const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

/** A `set-cookie` value that remembers what somebody was sent to a provider for. */
export const comeBack = (errand: Errand, id: string, secure: boolean): string =>
  `${errand}=${id}; Path=/account; Max-Age=${MAX_AGE_SECONDS}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;

/** What it was, or null. */
export function readComeBack(request: Request, errand: Errand): string | null {
  const cookie = request.headers.get("cookie") ?? "";
  const value = new RegExp(`(?:^|;\\s*)${errand}=([^;]*)`).exec(cookie)?.[1] ?? "";
  return ID.test(value) ? value : null;
}
