import { fromDayNumber, type IsoDate, toDayNumber } from "./iso-date.ts";
import { type DayCounter, prepareCalendar, type WorkingCalendar } from "./working-calendar.ts";

/** Whether people work on that day. */
export function isWorkingDay(calendar: WorkingCalendar, date: IsoDate): boolean {
  return prepareCalendar(calendar).isWorking(toDayNumber(date));
}

/** The day itself when it is worked, else the first worked day after it. */
export function workingDayOnOrAfter(calendar: WorkingCalendar, date: IsoDate): IsoDate {
  return addWorkingDays(calendar, date, 0);
}

/** The first worked day after the day given. */
export function nextWorkingDay(calendar: WorkingCalendar, date: IsoDate): IsoDate {
  return workingDayOnOrAfter(calendar, fromDayNumber(toDayNumber(date) + 1));
}

/**
 * The worked day `days` working days later. A day off counts as the worked day that follows it,
 * so adding 1 to a Saturday gives Tuesday. Negative `days` go back.
 */
export function addWorkingDays(calendar: WorkingCalendar, date: IsoDate, days: number): IsoDate {
  const counter = prepareCalendar(calendar);
  return fromDayNumber(counter.dayAt(counter.indexOf(toDayNumber(date)) + days));
}

/** The worked day `days` working days earlier; undoes `addWorkingDays` for worked days. */
export function subtractWorkingDays(calendar: WorkingCalendar, date: IsoDate, days: number): IsoDate {
  return addWorkingDays(calendar, date, -days);
}

/** Working days in the half-open span [from, to); negative when `to` is earlier. */
export function workingDaysBetween(calendar: WorkingCalendar, from: IsoDate, to: IsoDate): number {
  return countWorkingDays(prepareCalendar(calendar), from, to);
}

/** The same with a calendar prepared once, for loops. */
export function countWorkingDays(counter: DayCounter, from: IsoDate, to: IsoDate): number {
  return counter.indexOf(toDayNumber(to)) - counter.indexOf(toDayNumber(from));
}
