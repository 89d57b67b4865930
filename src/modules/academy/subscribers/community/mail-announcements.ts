import { publicUrl } from "#kernel/config.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { defineSubscriber } from "#kernel/events/event.ts";
import type { RichText } from "#kernel/browser/rich-text.ts";
import { renderMail } from "#kernel/mail/render.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import { toPlainText } from "#kernel/rich-text/rich-text.ts";
import { AnnouncementPublished } from "#modules/academy/events/community.ts";

interface Found {
  title: string;
  body: RichText;
  slug: string;
  course: string;
}

interface Reader {
  id: string;
  email: string;
  name: string;
}

/** Students who take the course now, in the cohort if it is for one, and did not switch mails off. */
const readersOf = (
  { tx }: CommandContext<undefined>,
  { courseId, cohortId }: { courseId: string; cohortId: string | null },
) =>
  rows<Reader>(
    tx,
    sql`SELECT p.id, p.email, p.name FROM academy.enrollment e JOIN auth.person p ON p.id = e.person_id
        WHERE e.course_id = ${courseId} AND e.status = 'active' AND p.disabled_at IS NULL
          AND p.email NOT LIKE '%@erased.invalid' ${cohortId ? sql`AND e.cohort_id = ${cohortId}` : sql``}
          AND NOT EXISTS (SELECT FROM academy.announcement_opt_out o
            WHERE o.person_id = p.id AND o.course_id = e.course_id)
        ORDER BY p.id`,
  );

/** Sends an announcement by mail to who wants it so. */
export const mailAnnouncements = defineSubscriber({
  name: "academy.mail_announcements",
  events: [AnnouncementPublished.name],
  handle: async (event, context) => {
    const { announcementId, byMail, ...whom } = AnnouncementPublished.payload.parse(event.payload);
    if (!byMail) return;
    const found = await firstRow<Found>(
      context.tx,
      sql`SELECT n.title, n.body, c.slug, c.title AS course FROM academy.announcement n
            JOIN academy.course c ON c.id = n.course_id WHERE n.id = ${announcementId} AND n.withdrawn_at IS NULL`,
    );
    if (!found) return;
    const page = `${publicUrl(context.config)}/learn/${found.slug}/announcements`;
    const words = renderMail({
      title: found.title,
      paragraphs: toPlainText(found.body)
        .split(/\n{2,}/u)
        .filter((text) => text.trim() !== ""),
      action: { label: "Read it with the course", href: page },
      footer: `You get this because you take ${found.course}. Switch these mails off on that page.`,
    });
    for (const { id, email, name } of await readersOf(context, whom))
      await context.mail.queue(context.tx, {
        ...words,
        to: email,
        toName: name,
        subject: found.title,
        kind: "academy.announcement",
        personId: id,
        idempotencyKey: `academy.announcement:${announcementId}:${id}`,
        headers: { "List-Unsubscribe": `<${page}>` },
      });
  },
});
