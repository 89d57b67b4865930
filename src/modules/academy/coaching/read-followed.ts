import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { MailFacts } from "#modules/academy/rules/coaching/choose-mail.ts";
import type { RiskFacts } from "#modules/academy/rules/coaching/judge-risk.ts";

/** A student who learns now, with everything that is decided on. */
export interface FollowedStudent {
  enrollmentId: string;
  accountId: string;
  wantsMail: boolean;
  risk: RiskFacts;
  mail: Omit<MailFacts, "openEpisode">;
}

interface Row {
  id: string;
  account_id: string;
  zone: string;
  started_at: string;
  last_active_at: string | null;
  duration_days: number | null;
  plan_days: number[];
  plan_at: string;
  quiet_from: string;
  quiet_until: string;
  wants_mail: boolean;
  done: number;
  lessons: number;
  failed: number;
  sent_this_week: number;
  sent: string[];
}

const toStudent = (row: Row): FollowedStudent => {
  const startedAt = Temporal.Instant.from(row.started_at);
  const lastActiveAt = row.last_active_at === null ? null : Temporal.Instant.from(row.last_active_at);
  return {
    enrollmentId: row.id,
    accountId: row.account_id,
    wantsMail: row.wants_mail,
    risk: {
      startedAt,
      lastActiveAt,
      zone: row.zone,
      planDays: row.plan_days.length,
      durationDays: row.duration_days,
      lessonsDone: row.done,
      lessons: row.lessons,
      failedAttempts: row.failed,
    },
    mail: {
      zone: row.zone,
      startedAt,
      lastActiveAt,
      planDays: row.plan_days,
      planAt: row.plan_at,
      quiet: { from: row.quiet_from, until: row.quiet_until },
      sentThisWeek: row.sent_this_week,
      sent: new Set(row.sent),
    },
  };
};

/** Students who learn now, by their enrolment's id; those who finished, are suspended or left are no students to follow. */
export async function readFollowed(
  db: Db,
  page: { after: string; limit: number; now: Temporal.Instant },
): Promise<FollowedStudent[]> {
  // A week of hours: what counts is how much somebody got lately, not which calendar week it is.
  const weekAgo = page.now.subtract({ hours: 168 }).toString();
  const found = await rows<Row>(
    db,
    sql`SELECT e.id, e.account_id, e.zone, to_jsonb(e.started_at) AS started_at,
          to_jsonb(e.last_active_at) AS last_active_at, c.duration_days,
          to_jsonb(coalesce(g.plan_days, '{}')) AS plan_days,
          to_char(coalesce(g.plan_at, '18:00'), 'HH24:MI') AS plan_at,
          to_char(coalesce(g.quiet_from, '21:00'), 'HH24:MI') AS quiet_from,
          to_char(coalesce(g.quiet_until, '08:00'), 'HH24:MI') AS quiet_until,
          coalesce(g.wants_mail, true) AS wants_mail,
          (SELECT count(*)::int FROM academy.lesson_progress d
           WHERE d.enrollment_id = e.id AND d.completed_at IS NOT NULL) AS done,
          (SELECT count(*)::int FROM academy.lesson l WHERE l.curriculum_id = e.curriculum_id) AS lessons,
          coalesce((SELECT max(q.failed)::int FROM (
             SELECT count(*) FILTER (WHERE NOT a.is_passed) AS failed FROM academy.quiz_attempt a
             WHERE a.enrollment_id = e.id AND a.status = 'finished'
             GROUP BY a.quiz_key HAVING NOT bool_or(a.is_passed)) AS q), 0) AS failed,
          (SELECT count(*)::int FROM academy.coaching_mail m
           WHERE m.enrollment_id = e.id AND m.kind IN ('reminder', 'nudge') AND m.sent_at > ${weekAgo}) AS sent_this_week,
          coalesce((SELECT jsonb_agg(trim(m.kind || ' ' || m.occasion)) FROM academy.coaching_mail m
           WHERE m.enrollment_id = e.id), '[]') AS sent
        FROM academy.enrollment e JOIN academy.course c ON c.id = e.course_id
          LEFT JOIN academy.coaching g ON g.enrollment_id = e.id
        WHERE e.status = 'active' AND e.completed_at IS NULL AND e.id > ${page.after}
        ORDER BY e.id LIMIT ${page.limit}`,
  );
  return found.map(toStudent);
}
