/** What a request asks of the document that is there: `If-Match` and `If-None-Match`. */
export interface Preconditions {
  ifMatch: string | null;
  ifNoneMatch: string | null;
}

/** Why a write is refused: 412, or 409 where a PUT says nothing at all. */
export type PreconditionFault = "failed" | "unconditional";

const bare = (tag: string): string =>
  tag
    .trim()
    .replace(/^W\//, "")
    .replace(/^"(.*)"$/, "$1");

/** Does a header of entity tags name this one? Weak tags count: compression on the way makes them weak. */
const names = (header: string, etag: string): boolean => header.split(",").some((tag) => bare(tag) === etag);

/**
 * Decides a write on a document (RFC 9110 13.1). `etag` is that of the document there is, undefined where there is
 * none. `mustSay`: the document may be replaced only by who says which one it replaces.
 */
export function judgePreconditions(
  { ifMatch, ifNoneMatch }: Preconditions,
  etag: string | undefined,
  mustSay: boolean,
): PreconditionFault | undefined {
  if (ifMatch !== null) {
    const matches = etag !== undefined && (ifMatch.trim() === "*" || names(ifMatch, etag));
    if (!matches) return "failed";
  }
  if (ifNoneMatch !== null && etag !== undefined)
    if (ifNoneMatch.trim() === "*" || names(ifNoneMatch, etag)) return "failed";
  const saysNothing = ifMatch === null && ifNoneMatch === null;
  return mustSay && saysNothing && etag !== undefined ? "unconditional" : undefined;
}

/** Has the reader this very document already? */
export const isUnchanged = (ifNoneMatch: string | null, etag: string): boolean =>
  ifNoneMatch !== null && (ifNoneMatch.trim() === "*" || names(ifNoneMatch, etag));
