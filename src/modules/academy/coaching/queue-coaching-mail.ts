import { publicUrl } from "#kernel/config.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { renderMail } from "#kernel/mail/render.ts";
import type { Services } from "#kernel/services.ts";
import { wayIn } from "#modules/people/index.ts";
import { stopUrl } from "#modules/academy/coaching/stop-token.ts";
import type { RiskReason } from "#modules/academy/rules/coaching/judge-risk.ts";
import { writeCoachingMail } from "#modules/academy/rules/coaching/mail-words.ts";

type MailHouse = Pick<Services, "config" | "sealer" | "mail" | "company"> & { tx: Tx; now: Temporal.Instant };

/** One mail to one student. */
export interface CoachingMail {
  enrollmentId: string;
  kind: "welcome" | "day_3" | "day_10" | "reminder" | "nudge";
  occasion: string;
  reason?: RiskReason;
}

interface Student {
  personId: string;
  accountId: string;
  name: string;
  email: string;
  slug: string;
  course: string;
  language: string;
  minutes: number;
  done: number;
  total: number;
  next: { slug: string; title: string } | null;
}

const findStudent = (tx: Tx, enrollmentId: string) =>
  firstRow<Student>(
    tx,
    sql`SELECT e.person_id AS "personId", e.account_id AS "accountId", p.name, p.email, c.slug, c.title AS course,
          c.language, coalesce(g.plan_minutes, 0) AS minutes,
          (SELECT count(*)::int FROM academy.lesson_progress d
           WHERE d.enrollment_id = e.id AND d.completed_at IS NOT NULL) AS done,
          (SELECT count(*)::int FROM academy.lesson l WHERE l.curriculum_id = e.curriculum_id) AS total,
          (SELECT jsonb_build_object('slug', l.slug, 'title', l.title)
           FROM academy.lesson l JOIN academy.module m ON m.id = l.module_id
           WHERE l.curriculum_id = e.curriculum_id AND NOT EXISTS (SELECT FROM academy.lesson_progress d
             WHERE d.enrollment_id = e.id AND d.lesson_key = l.key AND d.completed_at IS NOT NULL)
           ORDER BY m.position, l.position LIMIT 1) AS next
        FROM academy.enrollment e JOIN academy.course c ON c.id = e.course_id
          JOIN auth.person p ON p.id = e.person_id AND p.disabled_at IS NULL
          LEFT JOIN academy.coaching g ON g.enrollment_id = e.id
        WHERE e.id = ${enrollmentId} AND e.status = 'active' AND e.completed_at IS NULL
          AND coalesce(g.wants_mail, true)`,
  );

const pathOf = (student: Student, kind: CoachingMail["kind"]): string => {
  if (kind === "day_10") return `/learn/${student.slug}/plan`;
  return student.next ? `/learn/${student.slug}/lessons/${student.next.slug}` : `/learn/${student.slug}`;
};

async function claim(house: MailHouse, mail: CoachingMail, accountId: string): Promise<boolean> {
  const claimed = await firstRow(
    house.tx,
    sql`INSERT INTO academy.coaching_mail (enrollment_id, account_id, kind, occasion, sent_at)
        VALUES (${mail.enrollmentId}, ${accountId}, ${mail.kind}, ${mail.occasion}, ${house.now.toString()})
        ON CONFLICT DO NOTHING RETURNING kind`,
  );
  return claimed !== undefined;
}

/**
 * Queues a mail that keeps a student going, once for its occasion. Nothing goes to who does not learn now, has finished, or
 * wants no mail. One click ends them (RFC 8058).
 */
export async function queueCoachingMail(house: MailHouse, mail: CoachingMail): Promise<void> {
  const student = await findStudent(house.tx, mail.enrollmentId);
  if (!student || !(await claim(house, mail, student.accountId))) return;
  const stop = stopUrl(house, mail.enrollmentId);
  const { name: company } = await house.company();
  const words = writeCoachingMail(mail.kind, {
    language: student.language,
    reason: mail.reason,
    values: {
      name: student.name,
      course: student.course,
      company,
      stop,
      done: String(student.done),
      total: String(student.total),
      minutes: String(student.minutes),
      next: student.next?.title ?? student.course,
    },
  });
  const { lang, subject, title, paragraphs, footer } = words;
  const path = pathOf(student, mail.kind);
  // Who bought without ever signing in sets a password first, and is in the course then.
  const href =
    mail.kind === "welcome"
      ? await wayIn(house, { personId: student.personId, path })
      : publicUrl(house.config) + path;
  await house.mail.queue(house.tx, {
    ...renderMail({
      lang,
      title,
      paragraphs,
      action: { label: words.action, href },
      footer,
    }),
    to: student.email,
    toName: student.name,
    personId: student.personId,
    subject,
    kind: `academy.${mail.kind}`,
    idempotencyKey: `academy.coaching:${mail.enrollmentId}:${mail.kind}:${mail.occasion}`,
    headers: { "List-Unsubscribe": `<${stop}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
  });
}
