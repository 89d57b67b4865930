import { realTime } from "#kernel/auth/real-time.ts";

/** What lies closer together than this is the same clock, read at two moments. */
const SAME_MS = 60_000;

let shiftMs = 0;

/**
 * Milliseconds by which the house's clock is ahead of the machine's: 0 but in sandbox mode and in tests. The database
 * says when a statement is stored, because only there that and the look at writers under way are in one order; this
 * carries a clock that was set along. Kept as long as it differs by less than a minute, so that time never runs
 * backwards between two statements of a clock that stands still.
 */
export function clockShiftMs(now: Temporal.Instant): number {
  const shift = now.epochMilliseconds - realTime.now().epochMilliseconds;
  if (Math.abs(shift) < SAME_MS) shiftMs = 0;
  else if (Math.abs(shift - shiftMs) >= SAME_MS) shiftMs = shift;
  return shiftMs;
}
