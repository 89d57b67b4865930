import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineEvidence } from "#kernel/evidence/registry.ts";
import { readCoachingSettings } from "#modules/academy/coaching/coaching-settings.ts";
import { CourseChanged, CurriculumPublished } from "#modules/academy/events/authoring.ts";
import { StudentEnrolled } from "#modules/academy/events/learning.ts";

/** A welcome sequence runs for a course: it is switched on, and the course is out. */
export const welcomeSequence = defineEvidence({
  kind: "academy.welcome_sequence",
  title: "Welcome sequence of a course",
  filter: z.object({ course: z.string().max(80).optional().describe("Address of one course") }),
  changedBy: [CourseChanged.name, CurriculumPublished.name, StudentEnrolled.name],
  find: async (db, { asOf, filter, limit }) => {
    const { sendsWelcomeSequence } = await readCoachingSettings(db);
    if (!sendsWelcomeSequence) return { count: 0, rows: [] };
    const { course = null } = filter as { course?: string };
    const found = await rows<{ id: string; title: string; sent: number }>(
      db,
      sql`SELECT c.id, c.title, (SELECT count(*)::int FROM academy.coaching_mail m
            JOIN academy.enrollment e ON e.id = m.enrollment_id
            WHERE e.course_id = c.id AND m.kind IN ('welcome', 'day_3', 'day_10') AND m.sent_at <= ${asOf.toString()}) AS sent
          FROM academy.course c
          WHERE c.status = 'published' AND c.published_at <= ${asOf.toString()}
            AND (${course}::text IS NULL OR c.slug = ${course}::text) ORDER BY c.published_at, c.id`,
    );
    return {
      count: found.length,
      rows: found.slice(0, limit).map(({ id, title, sent }) => ({
        id,
        label: title,
        detail: `3 mails in 10 days; ${sent} sent so far`,
        href: `/console/academy/courses/${id}`,
      })),
    };
  },
});
