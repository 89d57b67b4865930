/** Local days, half-open: the day `endsOn` belongs to the next period. ISO dates, no zone. */
export interface Period {
  startsOn: string;
  endsOn: string;
}

/** How long one period is: so many months or years. */
export interface PeriodLength {
  cycle: "month" | "year";
  cycleCount: number;
}

/** The day `count` periods after the anchor; a day that month lacks becomes its last (the 31st: 28 or 29 February). */
export function periodStart(anchorOn: string, { cycle, cycleCount }: PeriodLength, count: number): string {
  const amount = cycleCount * count;
  const anchor = Temporal.PlainDate.from(anchorOn);
  return anchor.add(cycle === "month" ? { months: amount } : { years: amount }).toString();
}

/**
 * Period number `index` (from 0) of what began on `anchorOn`. Each is counted from the anchor, not from the one before:
 * after 28 February the 31st is the 31st again, and 29 February comes back every fourth year.
 */
export const periodAt = (anchorOn: string, length: PeriodLength, index: number): Period => ({
  startsOn: periodStart(anchorOn, length, index),
  endsOn: periodStart(anchorOn, length, index + 1),
});

/** Days of a period: 28 to 31 for a month. */
export const daysOf = ({ startsOn, endsOn }: Period): number =>
  Temporal.PlainDate.from(startsOn).until(endsOn, { largestUnit: "day" }).days;
