import { ICalCalendar, ICalEventTransparency } from "ical-generator";
import type { CalendarEntry } from "#modules/playbook/queries/calendar-entries.ts";
import { PLACE_OF_GATES, placeOfNode } from "#modules/playbook/rules/place.ts";

/** What a calendar is called, where it leads and whose days it shows. */
export interface CalendarFrame {
  name: string;
  zone: string;
  /** Public address of the house, without a slash at the end. */
  baseUrl: string;
}

const placeOf = ({ kind, id }: CalendarEntry): string => {
  if (kind === "gate") return PLACE_OF_GATES;
  return kind === "action" ? "/console" : placeOfNode(kind, id);
};

/** One line without control characters, which a text may not hold (RFC 5545, 3.1). */
const oneLine = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();

/** The library escapes the text of events, not that of the calendar itself (RFC 5545, 3.3.11). */
const escapeText = (text: string): string => oneLine(text).replaceAll(/[\\;,]/g, "\\$&");

/**
 * Writes whole-day entries as a calendar (RFC 5545). Identifiers are stable, so that a subscribed calendar moves an
 * entry instead of doubling it; the stamp is the entry's last change, so the same plan gives the same bytes.
 */
export function writeCalendar(
  entries: readonly CalendarEntry[],
  { name, zone, baseUrl }: CalendarFrame,
): string {
  const calendar = new ICalCalendar({
    name: escapeText(name),
    description: escapeText(`Days are those of ${zone}`),
    prodId: { company: "Cairn", product: "Plan", language: "EN" },
    ttl: 60 * 60,
  });
  for (const entry of entries)
    calendar.createEvent({
      id: `${entry.kind}-${entry.id}@cairn`,
      summary: oneLine(entry.title),
      start: Temporal.PlainDate.from(entry.startsOn),
      end: Temporal.PlainDate.from(entry.endsOn),
      allDay: true,
      stamp: Temporal.Instant.from(entry.changedAt),
      transparency: ICalEventTransparency.TRANSPARENT,
      url: baseUrl + placeOf(entry),
    });
  // Each line ends with CRLF, the last one too.
  return `${calendar.toString()}\r\n`;
}
