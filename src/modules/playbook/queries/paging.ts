import { refuse } from "#kernel/errors.ts";

/** Where a page ends: the sort key and the id of its last row. */
export interface Place {
  key: string;
  id: string;
}

/** Writes a place as text that callers hand back unread. */
const writeCursor = ({ key, id }: Place): string =>
  Buffer.from(JSON.stringify([key, id])).toString("base64url");

/** Reads a cursor. Errors: `playbook.cursor_unknown`. */
export function readCursor(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown[];
    if (typeof key === "string" && typeof id === "string") return { key, id };
  } catch {
    // Falls through to the same answer as a cursor of another list.
  }
  throw unknownCursor();
}

/**
 * The same for a list with several orders: a marker of one says nothing in another. Errors: `playbook.cursor_unknown`.
 */
export function readSortedCursor(cursor: string | undefined, sort: string): Place | undefined {
  const place = readCursor(cursor);
  if (!place) return undefined;
  if (!place.key.startsWith(`${sort}:`)) throw unknownCursor();
  return { ...place, key: place.key.slice(sort.length + 1) };
}

const unknownCursor = () =>
  refuse(
    "invalid",
    "playbook.cursor_unknown",
    "This page marker is not one of ours. Start from the first page.",
  );

/** Cuts rows that were read one longer than asked into a page and the cursor of the next. */
export function toPage<T>(found: readonly T[], limit: number, placeOf: (row: T) => Place) {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: found.length > limit && last !== undefined ? writeCursor(placeOf(last)) : null,
  };
}
