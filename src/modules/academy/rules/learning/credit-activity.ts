/** A stretch of a recording, in milliseconds of the recording, half-open. */
export interface Stretch {
  fromMs: number;
  toMs: number;
}

/** Fastest playback the player offers. */
export const MAX_SPEED = 2;

/**
 * Time at work a report may count: never more than went by since the last one was taken, on all of a student's devices
 * together. Two windows at once do not make time run faster, and nobody reads an hour in a second.
 */
export const creditActive = (claimedMs: number, elapsedMs: number): number =>
  Math.max(0, Math.min(claimedMs, elapsedMs));

/**
 * Stretches that can have been played in the time that went by at the fastest speed, in the order played; the one
 * that goes beyond is cut. A jump to the end is a stretch of no length.
 */
export function creditPlayed(claimed: readonly Stretch[], elapsedMs: number): Stretch[] {
  let left = Math.max(0, elapsedMs) * MAX_SPEED;
  const credited: Stretch[] = [];
  for (const { fromMs, toMs } of claimed) {
    const length = Math.min(toMs - fromMs, left);
    if (length <= 0) continue;
    credited.push({ fromMs, toMs: Math.floor(fromMs + length) });
    left -= length;
  }
  return credited.filter(({ fromMs, toMs }) => toMs > fromMs);
}
