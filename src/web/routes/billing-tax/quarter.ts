import { z } from "zod";

/** A quarter of the calendar. */
export interface Quarter {
  year: number;
  quarter: number;
}

const MONTHS = 3;
const Asked = z
  .string()
  .regex(/^2\d{3}-Q[1-4]$/)
  .transform((text) => ({ year: Number(text.slice(0, 4)), quarter: Number(text.at(-1)) }));

/** The quarter of a local day. */
export const quarterOf = (day: string): Quarter => ({
  year: Number(day.slice(0, 4)),
  quarter: Math.ceil(Number(day.slice(5, 7)) / MONTHS),
});

/** "2027-Q1", as it stands in addresses. */
export const quarterKey = ({ year, quarter }: Quarter): string => `${year}-Q${quarter}`;

/** "1st quarter 2027". */
export const quarterWords = ({ year, quarter }: Quarter): string =>
  `${["1st", "2nd", "3rd", "4th"][quarter - 1]} quarter ${year}`;

/** The quarter so many before or after another. */
export function shiftQuarter({ year, quarter }: Quarter, by: number): Quarter {
  const index = year * 4 + (quarter - 1) + by;
  return { year: Math.floor(index / 4), quarter: (index % 4) + 1 };
}

/** The quarter an address asks for; the one of `today` where it names none. */
export function readQuarter(url: string, today: string): Quarter {
  const asked = new URL(url, "http://page.invalid").searchParams.get("quarter");
  return Asked.safeParse(asked).data ?? quarterOf(today);
}
