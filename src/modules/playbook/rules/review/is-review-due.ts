import { type IsoDate, toIsoDate } from "../calendar/iso-date.ts";
import { type IsoWeek, isoWeekOf } from "./iso-week.ts";

/** The hour of Monday at which last week's review is drafted, so that it lies there when people arrive. */
const DRAFTED_AT = { hour: 6 };

/** The review that belongs to an instant: of `week`, the one before, which is [`covers.start`, `covers.end`). */
export type ReviewTurn = { due: boolean; week: IsoWeek; covers: { start: IsoDate; end: IsoDate } };

/**
 * Whether last week's review is to be drafted: from six on Monday morning in the company's zone, until it exists. A
 * worker that slept through Monday drafts it on Tuesday. `lastReviewWeek` is the id of the newest review's week,
 * null when there is none.
 */
export function isReviewDue(now: Temporal.Instant, zone: string, lastReviewWeek: string | null): ReviewTurn {
  const monday = mondayOf(now, zone);
  const start = toIsoDate(monday.subtract({ weeks: 1 }));
  const week = isoWeekOf(start);
  const isTime = Temporal.Instant.compare(now, draftingTime(monday, zone)) >= 0;
  return {
    due: isTime && (lastReviewWeek === null || week.id > lastReviewWeek),
    week,
    covers: { start, end: toIsoDate(monday) },
  };
}

/** When the next review is drafted: the next Monday at six in the zone, also over a change of the clocks. */
export function nextReviewAt(now: Temporal.Instant, zone: string): Temporal.Instant {
  const monday = mondayOf(now, zone);
  const thisWeek = draftingTime(monday, zone);
  return Temporal.Instant.compare(now, thisWeek) < 0
    ? thisWeek
    : draftingTime(monday.add({ weeks: 1 }), zone);
}

function mondayOf(now: Temporal.Instant, zone: string): Temporal.PlainDate {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  return today.subtract({ days: today.dayOfWeek - 1 });
}

function draftingTime(monday: Temporal.PlainDate, zone: string): Temporal.Instant {
  return monday.toPlainDateTime(DRAFTED_AT).toZonedDateTime(zone).toInstant();
}
