import { refuse } from "#kernel/errors.ts";

/** Writes where a page ends. */
const writeCursor = (place: readonly string[]): string =>
  Buffer.from(JSON.stringify(place)).toString("base64url");

/**
 * Reading lists page by page, for a module. A cursor holds the values of the last row that the list is sorted by, as text
 * that callers hand back unread. `unknownCode` is the module's error for a cursor that is none, `module.cursor_unknown`.
 */
export function createPaging(unknownCode: string) {
  const unknownCursor = () =>
    refuse("invalid", unknownCode, "This page marker is not one of ours. Start from the first page.");

  /** Reads a cursor of so many parts; undefined for the first page. Errors: `unknownCode`. */
  function readCursor(cursor: string | undefined, parts: number): string[] | undefined {
    if (cursor === undefined) return undefined;
    try {
      const place: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
      if (Array.isArray(place) && place.length === parts && place.every((part) => typeof part === "string"))
        return place;
    } catch {
      // Falls through to the same answer as a cursor of another list.
    }
    throw unknownCursor();
  }

  /**
   * Runs the query of a page, which reads one row more than asked. Text of a cursor that is no number or day makes the
   * database refuse it: that is the caller's cursor, not our fault. Errors: `unknownCode`.
   */
  async function pageOf<T>(found: Promise<T[]>, limit: number, placeOf: (row: T) => readonly string[]) {
    const all = await found.catch((error: unknown) => {
      throw isMalformed(error) ? unknownCursor() : error;
    });
    const items = all.slice(0, limit);
    const last = items.at(-1);
    const nextCursor = all.length > limit && last !== undefined ? writeCursor(placeOf(last)) : null;
    return { items, nextCursor };
  }

  return { writeCursor, readCursor, pageOf };
}

/** PostgreSQL's class 22, data exception: text that is not of the type it was said to be. */
function isMalformed(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = cause && typeof cause === "object" && "code" in cause ? cause.code : undefined;
  return typeof code === "string" && code.startsWith("22");
}
