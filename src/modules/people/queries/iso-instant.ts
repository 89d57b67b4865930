/** A stored timestamptz, read as text, in the form every answer has. */
export const isoInstant = (text: string): string => Temporal.Instant.from(text).toString();

/** The same, where there may be none. */
export const isoInstantOrNull = (text: string | null): string | null =>
  text === null ? null : isoInstant(text);
