import { publicUrl } from "#kernel/config.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineSubscriber, type RecordedEvent } from "#kernel/events/event.ts";
import { renderMail } from "#kernel/mail/render.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import { MarkReleased, SubmissionReturned } from "#modules/academy/events/assignments.ts";

interface Reader {
  email: string;
  name: string;
  courseSlug: string;
  courseTitle: string;
  title: string;
}

/** Who a mail about a submission goes to; undefined for who cannot get any. */
const findReader = ({ tx }: CommandContext<undefined>, submissionId: string) =>
  firstRow<Reader>(
    tx,
    sql`SELECT p.email, p.name, c.slug AS "courseSlug", c.title AS "courseTitle", a.title
        FROM academy.submission s JOIN academy.course c ON c.id = s.course_id
        JOIN academy.assignment a ON a.id = s.assignment_id
        JOIN auth.person p ON p.id = s.person_id AND p.disabled_at IS NULL
        WHERE s.id = ${submissionId} AND p.email NOT LIKE '%@erased.invalid'`,
  );

/** What happened, in words. The mark itself is on the page alone: a mail may be read over a shoulder. */
function wordsOf(event: RecordedEvent): { title: string; text: string } {
  return event.name === MarkReleased.name
    ? { title: "Your work is marked", text: "The mark and what the grader says about it are on the page." }
    : {
        title: "Your work can be handed in again",
        text: "The grader asks you to hand it in once more and says what to do. This costs none of your attempts.",
      };
}

/** Tells a student by mail that a mark is there, or that work is to be done again. */
export const mailAboutWork = defineSubscriber({
  name: "academy.mail_about_work",
  events: [MarkReleased.name, SubmissionReturned.name],
  handle: async (event, context) => {
    const facts = (event.name === MarkReleased.name ? MarkReleased : SubmissionReturned).payload.parse(
      event.payload,
    );
    const reader = await findReader(context, facts.submissionId);
    if (!reader) return;
    const { title, text } = wordsOf(event);
    await context.mail.queue(context.tx, {
      ...renderMail({
        title,
        paragraphs: [`${reader.title}, in ${reader.courseTitle}.`, text],
        action: {
          label: "See it",
          href: `${publicUrl(context.config)}/learn/${reader.courseSlug}/assignments/${facts.assignmentKey}`,
        },
        footer: `You get this because you take ${reader.courseTitle}.`,
      }),
      to: reader.email,
      toName: reader.name,
      subject: `${title}: ${reader.title}`,
      kind: "academy.work",
      personId: facts.personId,
      idempotencyKey: `academy.work:${event.id}`,
    });
  },
});
