import { weekDays } from "./week-days.ts";

/** An ISO week as people know it, by its Monday: 2026-W47 is "the week of 16 November 2026". */
export const weekName = (week: string): string =>
  `the week of ${Temporal.PlainDate.from(weekDays(week).start).toLocaleString("en-GB", { dateStyle: "long" })}`;
