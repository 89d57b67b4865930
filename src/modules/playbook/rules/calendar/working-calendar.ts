import { type IsoDate, toDayNumber } from "./iso-date.ts";

/** Which days are worked. `weekdays` are ISO numbers, Monday 1 to Sunday 7; `holidays` are days off. */
export type WorkingCalendar = { weekdays: readonly number[]; holidays: readonly IsoDate[] };

/** Monday to Friday, no holidays. */
export const STANDARD_WEEK: WorkingCalendar = { weekdays: [1, 2, 3, 4, 5], holidays: [] };

/** Every day is worked. */
export const EVERY_DAY: WorkingCalendar = { weekdays: [1, 2, 3, 4, 5, 6, 7], holidays: [] };

/** A calendar made ready for counting: build it once, ask it often. Counts days since 1970-01-01. */
export type DayCounter = {
  isWorking: (day: number) => boolean;
  /** How many working days lie between 1970-01-01 and this day, the day itself not counted. */
  indexOf: (day: number) => number;
  /** The working day with that index. */
  dayAt: (index: number) => number;
};

// 1970-01-01 was a Thursday; day number −3 was the Monday of that week.
const MONDAY_OFFSET = 3;

/** Place in the week, Monday 0 to Sunday 6. */
function position(day: number): number {
  return (((day + MONDAY_OFFSET) % 7) + 7) % 7;
}

/** Prepares a calendar. Throws RangeError when no weekday is worked, since nothing could then be dated. */
export function prepareCalendar(calendar: WorkingCalendar): DayCounter {
  const worked = workedDays(calendar.weekdays);
  const perWeek = worked.filter(Boolean).length;
  const beforeInWeek = worked.map((_, place) => worked.slice(0, place).filter(Boolean).length);
  const positions = worked.flatMap((isWorked, place) => (isWorked ? [place] : []));

  const plainIndex = (day: number) =>
    Math.floor((day + MONDAY_OFFSET) / 7) * perWeek + (beforeInWeek[position(day)] ?? 0);
  const plainDay = (index: number) =>
    Math.floor(index / perWeek) * 7 +
    (positions[((index % perWeek) + perWeek) % perWeek] ?? 0) -
    MONDAY_OFFSET;

  const holidays = [...new Set(calendar.holidays.map((date) => toDayNumber(date)))]
    .filter((day) => worked[position(day)])
    .toSorted((a, b) => a - b);
  // Index a holiday would have had if the days off before it were taken out as well.
  const takenOut = holidays.map((day, order) => plainIndex(day) - order);
  const rawIndex = (day: number) => plainIndex(day) - countBelow(holidays, day);
  const origin = rawIndex(0);

  return {
    isWorking: (day) => Boolean(worked[position(day)]) && holidays[countBelow(holidays, day)] !== day,
    indexOf: (day) => rawIndex(day) - origin,
    dayAt: (index) => {
      const shifted = index + origin;
      return plainDay(shifted + countBelow(takenOut, shifted + 1));
    },
  };
}

function workedDays(weekdays: readonly number[]): boolean[] {
  if (weekdays.length === 0) throw new RangeError("A working calendar needs at least one working weekday.");
  const odd = weekdays.find((day) => !Number.isInteger(day) || day < 1 || day > 7);
  if (odd !== undefined) throw new RangeError(`Weekdays are numbered 1 (Monday) to 7 (Sunday), not ${odd}.`);
  return [1, 2, 3, 4, 5, 6, 7].map((day) => weekdays.includes(day));
}

/** How many of the sorted values are smaller than the limit. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
