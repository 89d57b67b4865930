/** A quarter as its first day and the day after its last. */
export interface QuarterDays {
  startsOn: string;
  endsOn: string;
}

const MONTHS = 3;

/** The days of a quarter of the calendar, half-open. */
export function quarterDays({ year, quarter }: { year: number; quarter: number }): QuarterDays {
  const start = Temporal.PlainDate.from({ year, month: (quarter - 1) * MONTHS + 1, day: 1 });
  return { startsOn: start.toString(), endsOn: start.add({ months: MONTHS }).toString() };
}

/** The quarter of a local day, "2027-Q1". */
export function quarterName(day: string): string {
  const { year, month } = Temporal.PlainDate.from(day);
  return `${year}-Q${Math.ceil(month / MONTHS)}`;
}
