import { mulDiv } from "#kernel/money.ts";
import { daysOf, type Period } from "../periods/period.ts";

/** By local day, the day of the change counted as remaining; or by second, over the hours the zone's days really have. */
export type ProrationMode = "day" | "second";

/** When something changes within a period, and how the rest is measured. `zone` is the subscription's IANA zone. */
export interface ProrationPoint {
  period: Period;
  from: Temporal.Instant;
  mode: ProrationMode;
  zone: string;
}

/** How much of a period is left, over its whole: days, or seconds. 0 ≤ remaining ≤ whole. */
export interface PeriodShare {
  remaining: number;
  whole: number;
}

/** The first instant of a local day; where a change of clocks skips midnight, the first that exists. */
const secondOf = (day: string, zone: string): number =>
  Math.floor(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds / 1000);

const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most);

/** What is left of a period from an instant on; all of it before the period, nothing after. */
export function remainingShare({ period, from, mode, zone }: ProrationPoint): PeriodShare {
  if (mode === "day") {
    const whole = daysOf(period);
    const today = from.toZonedDateTimeISO(zone).toPlainDate().toString();
    return { remaining: clamp(daysOf({ startsOn: today, endsOn: period.endsOn }), whole), whole };
  }
  const endsAt = secondOf(period.endsOn, zone);
  const whole = endsAt - secondOf(period.startsOn, zone);
  return { remaining: clamp(endsAt - Math.floor(from.epochMilliseconds / 1000), whole), whole };
}

/**
 * The part of a period's price that falls on what is left of it; halves away from zero. What was used is the price less
 * this, so that the two are always the price; and the parts between any number of points, each taken as the difference
 * of what was left before and after, add up to the price.
 */
export function prorate(amountMinor: number, point: ProrationPoint): number {
  const { remaining, whole } = remainingShare(point);
  return mulDiv(amountMinor, remaining, whole);
}
