import { type IsoDate, toIsoDate } from "../calendar/iso-date.ts";
import { type IsoWeek, isoWeekOf } from "./iso-week.ts";

/** The review that belongs to an instant. It looks back on [`covers.start`, `covers.end`), the week before. */
export type ReviewTurn = { due: boolean; week: IsoWeek; covers: { start: IsoDate; end: IsoDate } };

/**
 * Whether a review is to be drafted. From the first moment of Monday in the company's zone, until the week's
 * review exists: a worker that slept through Monday drafts it on Tuesday. `lastReviewWeek` is the id of the newest
 * review's week, null when there is none.
 */
export function isReviewDue(now: Temporal.Instant, zone: string, lastReviewWeek: string | null): ReviewTurn {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const week = isoWeekOf(toIsoDate(today));
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  return {
    due: lastReviewWeek === null || week.id > lastReviewWeek,
    week,
    covers: { start: toIsoDate(monday.subtract({ weeks: 1 })), end: week.startsOn },
  };
}

/** The first moment of the next Monday in the zone: midnight, or later where clocks jump over it. */
export function nextReviewAt(now: Temporal.Instant, zone: string): Temporal.Instant {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  return today
    .add({ days: 8 - today.dayOfWeek })
    .toZonedDateTime(zone)
    .toInstant();
}
