import { publicUrl } from "#kernel/config.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineSubscriber, type RecordedEvent } from "#kernel/events/event.ts";
import { renderMail } from "#kernel/mail/render.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import { SessionCancelled, SessionChanged } from "#modules/academy/events/cohorts.ts";

interface Participant {
  personId: string;
  email: string;
  name: string;
  zone: string;
  courseSlug: string;
  courseTitle: string;
}

const readParticipants = ({ tx }: CommandContext<undefined>, cohortId: string) =>
  rows<Participant>(
    tx,
    sql`SELECT p.id AS "personId", p.email, p.name, e.zone, c.slug AS "courseSlug", c.title AS "courseTitle"
        FROM academy.enrollment e JOIN academy.course c ON c.id = e.course_id
        JOIN auth.person p ON p.id = e.person_id AND p.disabled_at IS NULL
        WHERE e.cohort_id = ${cohortId} AND e.status = 'active' ORDER BY p.id`,
  );

/** An instant by a reader's own clock, with the zone's name: "Sunday 28 March 2027 at 18:00 CEST". */
const when = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toLocaleString("en-GB", {
    timeZone: zone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  });

/** What happened, for a reader of a zone. */
function wordsOf(event: RecordedEvent, zone: string): { subject: string; lines: string[] } {
  if (event.name === SessionCancelled.name) {
    const { title, startsAt, reason } = SessionCancelled.payload.parse(event.payload);
    return {
      subject: `Cancelled: ${title}`,
      lines: [
        `The live session on ${when(startsAt, zone)} does not take place.`,
        ...(reason ? [reason] : []),
      ],
    };
  }
  const { title, startsAt, before } = SessionChanged.payload.parse(event.payload);
  return {
    subject: before.startsAt === startsAt ? `Changed: ${title}` : `New time: ${title}`,
    lines: [
      `The live session is on ${when(startsAt, zone)}.`,
      ...(before.startsAt === startsAt ? [] : [`It was planned for ${when(before.startsAt, zone)}.`]),
      ...(before.title === title ? [] : [`It was called "${before.title}".`]),
    ],
  };
}

/** Tells the students of a cohort when one of its sessions is at another time or does not take place. */
export const mailAboutSession = defineSubscriber({
  name: "academy.mail_about_session",
  events: [SessionChanged.name, SessionCancelled.name],
  handle: async (event, context) => {
    const { cohortId, startsAt } = (
      event.name === SessionCancelled.name ? SessionCancelled : SessionChanged
    ).payload.parse(event.payload);
    // What is over by then is nobody's plan any more.
    if (Temporal.Instant.compare(Temporal.Instant.from(startsAt), context.now) < 0) return;
    for (const reader of await readParticipants(context, cohortId)) {
      const { subject, lines } = wordsOf(event, reader.zone);
      await context.mail.queue(context.tx, {
        ...renderMail({
          title: subject,
          paragraphs: [`${reader.courseTitle}.`, ...lines],
          action: {
            label: "See your sessions",
            href: `${publicUrl(context.config)}/learn/${reader.courseSlug}/sessions`,
          },
          footer: `You get this because you take ${reader.courseTitle}. Calendars that follow your sessions change by themselves.`,
        }),
        to: reader.email,
        toName: reader.name,
        subject,
        kind: "academy.session",
        personId: reader.personId,
        idempotencyKey: `academy.session:${event.id}:${reader.personId}`,
      });
    }
  },
});
