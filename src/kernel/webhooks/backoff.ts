// Ten tries over a little more than three days.
const WAITS = ["PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT22H"];

/** How long to wait after the given number of tries; undefined when it is enough. */
export function webhookWaitAfter(attempts: number): Temporal.Duration | undefined {
  const wait = WAITS[attempts - 1];
  return wait === undefined ? undefined : Temporal.Duration.from(wait);
}
