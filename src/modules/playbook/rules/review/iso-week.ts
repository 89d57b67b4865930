import { type IsoDate, toIsoDate, toPlainDate } from "../calendar/iso-date.ts";

/** An ISO 8601 week. `id` is "2027-W20" and orders as text; `startsOn` is its Monday. */
export type IsoWeek = { id: string; year: number; week: number; startsOn: IsoDate };

/** The week a date lies in. The year is the week's: 1 January 2027 lies in 2026-W53. */
export function isoWeekOf(date: IsoDate): IsoWeek {
  const day = toPlainDate(date);
  const year = day.yearOfWeek ?? day.year;
  const week = day.weekOfYear ?? 1;
  return {
    id: `${String(year).padStart(4, "0")}-W${String(week).padStart(2, "0")}`,
    year,
    week,
    startsOn: toIsoDate(day.subtract({ days: day.dayOfWeek - 1 })),
  };
}
