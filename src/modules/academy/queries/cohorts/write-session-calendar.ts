import { ICalCalendar, ICalEventStatus } from "ical-generator";

/** A live session as a calendar shows it. */
export interface CalendarSession {
  id: string;
  title: string;
  description: string;
  courseSlug: string;
  courseTitle: string;
  startsAt: string;
  durationMinutes: number;
  status: "scheduled" | "cancelled";
  sequence: number;
  changedAt: string;
}

/** One line without control characters, which a text may not hold (RFC 5545, 3.1). */
const oneLine = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();

/** The library escapes the text of events, not that of the calendar itself (RFC 5545, 3.3.11). */
const escapeText = (text: string): string => oneLine(text).replaceAll(/[\\;,]/g, "\\$&");

/**
 * Writes sessions as a calendar (RFC 5545). Times are in UTC, which needs no description of a zone and which every
 * program shows by its reader's clock. A session keeps its identifier; its sequence rises with each change, and a
 * cancelled one stays in it as cancelled, so that calendars take it out.
 */
export function writeSessionCalendar(
  sessions: readonly CalendarSession[],
  { name, baseUrl }: { name: string; baseUrl: string },
): string {
  const calendar = new ICalCalendar({
    name: escapeText(name),
    prodId: { company: "Cairn", product: "Academy", language: "EN" },
    ttl: 60 * 60,
  });
  for (const session of sessions) {
    const start = Temporal.Instant.from(session.startsAt);
    const url = `${baseUrl}/learn/${session.courseSlug}/sessions`;
    calendar.createEvent({
      id: `session-${session.id}@cairn`,
      summary: oneLine(`${session.courseTitle}: ${session.title}`),
      description: [session.description, `Come in here from 15 minutes before: ${url}`]
        .filter(Boolean)
        .join("\n\n"),
      start,
      end: start.add({ minutes: session.durationMinutes }),
      stamp: Temporal.Instant.from(session.changedAt),
      lastModified: Temporal.Instant.from(session.changedAt),
      sequence: session.sequence,
      status: session.status === "cancelled" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      url,
    });
  }
  // Each line ends with CRLF, the last one too.
  return `${calendar.toString()}\r\n`;
}
