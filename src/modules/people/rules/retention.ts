/** Below so many customers at the start one more or less moves the rate by more than five points. */
export const FEWEST = 20;

/** 100 · stayed / start, or why it cannot be known. */
export function retention({ start, stayed }: { start: number; stayed: number }): {
  value: number | null;
  reason?: string;
} {
  if (start >= FEWEST) return { value: (100 * stayed) / start };
  const words = start === 1 ? "There was 1 customer" : `There were ${start} customers`;
  return { value: null, reason: `${words} 30 days ago; the rate is told from ${FEWEST} on` };
}
