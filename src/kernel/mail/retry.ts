// A greylisting server wants minutes, a broken one a day; after that a person should look.
const WAITS = ["PT1M", "PT5M", "PT15M", "PT1H", "PT3H", "PT8H", "PT24H"];

/** How long to wait after the given number of tries; undefined when it is enough. */
export function waitAfter(attempts: number): Temporal.Duration | undefined {
  const wait = WAITS[attempts - 1];
  return wait === undefined ? undefined : Temporal.Duration.from(wait);
}
