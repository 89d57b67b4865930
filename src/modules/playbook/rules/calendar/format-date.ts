import { type IsoDate, toPlainDate } from "./iso-date.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** "31 May", with the year when it is not the year of `today`: "31 May 2028". */
export function formatDay(date: IsoDate, today?: IsoDate): string {
  const { day, month, year } = toPlainDate(date);
  const short = `${day} ${MONTHS[month - 1]}`;
  return today !== undefined && toPlainDate(today).year === year ? short : `${short} ${year}`;
}

/** "1 day", "5 days". */
export function formatDays(days: number): string {
  const count = Math.abs(days);
  return count === 1 ? "1 day" : `${count} days`;
}
