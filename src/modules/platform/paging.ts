/** Cuts a list that was read one longer than asked into a page and the cursor of the next. */
export function toPage<T>(found: readonly T[], limit: number, cursorOf: (item: T) => string) {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: found.length > limit && last !== undefined ? cursorOf(last) : null };
}

/** A stored timestamptz, read as text, in the form every answer has. */
export const isoInstant = (text: string): string => Temporal.Instant.from(text).toString();
