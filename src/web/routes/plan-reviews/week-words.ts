import { dateOfDay, dayNumber, daysBetween } from "#web/format/local-date.ts";

/** `2027-W01` as people say it: “Week 1 of 2027”. */
export function weekWords(week: string): string {
  const [year = "", number = ""] = week.split("-W");
  return `Week ${Number(number)} of ${year}`;
}

const DAYS_OF_A_WEEK = 7;

/** True while the week that ended before `end` is the one people look back on: until the next Monday. */
export function isLastWeek(end: string, today: string): boolean {
  const days = daysBetween(end, today);
  return days >= 0 && days < DAYS_OF_A_WEEK;
}

/** The day before: intervals end with the day after their last. */
export const dayBefore = (on: string): string => dateOfDay(dayNumber(on) - 1);

/** The day after. */
export const dayAfter = (on: string): string => dateOfDay(dayNumber(on) + 1);
