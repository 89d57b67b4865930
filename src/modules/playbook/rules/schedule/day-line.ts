import { fromDayNumber, type IsoDate, toDayNumber } from "../calendar/iso-date.ts";
import { prepareCalendar, STANDARD_WEEK, type WorkingCalendar } from "../calendar/working-calendar.ts";
import { remember } from "./remember.ts";

/**
 * Dates as positions on a line of working days, so that a schedule is integer arithmetic.
 * Remembers what it converted: plans repeat the same few hundred dates thousands of times.
 */
export type DayLine = {
  /** Working days before the date: where work starting that day starts, where work ending before it ends. */
  at: (date: IsoDate) => number;
  /** Working days up to and including the date. */
  after: (date: IsoDate) => number;
  /** The working day at the position. */
  startDate: (position: number) => IsoDate;
  /** The day after the last working day before the position. */
  endDate: (position: number) => IsoDate;
};

/** Builds the line for a calendar; Monday to Friday when none is given. */
export function createDayLine(calendar: WorkingCalendar = STANDARD_WEEK): DayLine {
  const counter = prepareCalendar(calendar);
  const at = remember((date: IsoDate) => counter.indexOf(toDayNumber(date)));
  const after = remember((date: IsoDate) => counter.indexOf(toDayNumber(date) + 1));
  const startDate = remember((position: number) => fromDayNumber(counter.dayAt(position)));
  const endDate = remember((position: number) => fromDayNumber(counter.dayAt(position - 1) + 1));
  return { at, after, startDate, endDate };
}
