import { mulDiv } from "#kernel/money.ts";

/** An amount that is earned evenly over days: from fromOn until the day before untilOn. */
export interface EarningSpan {
  amountMinor: number;
  fromOn: string;
  untilOn: string;
}

const daysBetween = (from: string, until: string): number =>
  Temporal.PlainDate.from(from).until(until, { largestUnit: "day" }).days;

/**
 * What is earned before a day: amount × days passed ÷ days in all, rounded half away from zero. Each day earns what this
 * grows by, so the days sum to the amount to the cent, however a run cuts them. The database computes the same
 * (`ledger/earn.ts`); a test holds them together.
 */
export function earnedBy({ amountMinor, fromOn, untilOn }: EarningSpan, on: string): number {
  const days = daysBetween(fromOn, untilOn);
  if (days <= 0) return on >= fromOn ? amountMinor : 0;
  const passed = Math.min(days, Math.max(0, daysBetween(fromOn, on)));
  return mulDiv(amountMinor, passed, days);
}

/** The first day after which a line is earned, where nothing says so: courses without an end are earned in a year. */
export function untilOf(fromOn: string, earnedDays: number | null): string {
  const from = Temporal.PlainDate.from(fromOn);
  return from.add(earnedDays === null ? { years: 1 } : { days: earnedDays }).toString();
}
