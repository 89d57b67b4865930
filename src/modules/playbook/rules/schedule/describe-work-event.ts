import { formatDay, formatDays } from "../calendar/format-date.ts";
import { daysBetween, type IsoDate, lastDayBefore } from "../calendar/iso-date.ts";

const CAUSES: Record<string, string> = {
  moved: "by a person",
  follows: "following other work",
  dependency: "by a changed dependency",
  calendar: "by a changed working calendar",
  imported: "by an import of the plan",
};

const STATUSES: Record<string, string> = {
  planned: "Put back to not started",
  active: "Started",
  done: "Finished",
  cancelled: "Cancelled",
};

/** What happened to the dates of a work package, in words. Ends are half-open; `today` decides whether years show. */
export function describeShift(
  shift: {
    cause: string;
    startsOn: IsoDate;
    endsOn: IsoDate;
    wasStartsOn: IsoDate | null;
    wasEndsOn: IsoDate | null;
  },
  today: IsoDate,
): string {
  const dates = `${formatDay(shift.startsOn, today)} to ${formatDay(lastDayBefore(shift.endsOn), today)}`;
  const why = CAUSES[shift.cause] ?? "";
  if (shift.wasEndsOn === null) return `Dated ${dates} ${why}`;
  const days = daysBetween(shift.wasEndsOn, shift.endsOn);
  if (days === 0) return `Put on ${dates} ${why}`;
  return `Moved ${formatDays(days)} ${days > 0 ? "later" : "earlier"} ${why}, to ${dates}`;
}

/** What a person said of a work package, with the day it holds for and the reason given. */
export function describeStatus(
  event: { status: string; startsOn: IsoDate | null; endsOn: IsoDate | null; note: string | null },
  today: IsoDate,
): string {
  const day =
    event.status === "done" && event.endsOn
      ? ` on ${formatDay(lastDayBefore(event.endsOn), today)}`
      : event.status === "active" && event.startsOn
        ? ` on ${formatDay(event.startsOn, today)}`
        : "";
  return `${STATUSES[event.status] ?? event.status}${day}${event.note ? `: ${event.note}` : ""}`;
}
