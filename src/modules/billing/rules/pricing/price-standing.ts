/** When a price is sold: from its first instant (inclusive) to its end (exclusive); null: no end. ISO 8601. */
export interface SaleWindow {
  soldFromAt: string;
  soldUntilAt: string | null;
}

/** On sale, to come, or over. */
export type PriceStanding = "current" | "scheduled" | "ended";

const notBefore = (now: Temporal.Instant, at: string) => Temporal.Instant.compare(now, at) >= 0;

const endsBy = (end: string | null, instant: string) =>
  end !== null && Temporal.Instant.compare(end, instant) <= 0;

/** True of a price that was replaced before it began: it is never sold. */
const isEmpty = ({ soldFromAt, soldUntilAt }: SaleWindow) => endsBy(soldUntilAt, soldFromAt);

/** Where a price stands at an instant. One that ended before it began is over. */
export function priceStanding(window: SaleWindow, now: Temporal.Instant): PriceStanding {
  if (isEmpty(window) || endsBy(window.soldUntilAt, now.toString())) return "ended";
  return notBefore(now, window.soldFromAt) ? "current" : "scheduled";
}

/** True when two windows share an instant. */
export const windowsOverlap = (a: SaleWindow, b: SaleWindow): boolean =>
  !isEmpty(a) && !isEmpty(b) && !endsBy(a.soldUntilAt, b.soldFromAt) && !endsBy(b.soldUntilAt, a.soldFromAt);
