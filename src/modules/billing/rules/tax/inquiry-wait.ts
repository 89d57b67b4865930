// A register that is down is back within minutes or a day; after two weeks nobody waits for it any more.
const WAITS_MINUTES = [5, 30, 120, 360, 1440] as const;
const MOST_ATTEMPTS = 18;

/** Minutes until a register that did not answer is asked again after so many attempts; null to give up. */
export const inquiryWait = (attempts: number): number | null =>
  attempts >= MOST_ATTEMPTS ? null : (WAITS_MINUTES[Math.max(0, attempts - 1)] ?? 1440);
