/**
 * A path to go back to, from an address or a form. Anything that could lead to another site (`//host`, `/\host`,
 * a scheme, control characters that browsers drop) becomes the fallback.
 */
export function localPath(back: unknown, fallback: string): string {
  if (typeof back !== "string" || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(back)) return fallback;
  return back;
}
