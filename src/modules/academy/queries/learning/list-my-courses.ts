import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { MyCourses } from "#modules/academy/contract/learning.ts";
import type { EnrollmentRow } from "#modules/academy/learning/enrollment.ts";
import { type MyOutline, readMyOutline } from "#modules/academy/learning/my-outline.ts";

type Row = EnrollmentRow & { slug: string; title: string; subtitle: string };

/** When something more opens for somebody who did all that is open; null when nothing is to come by a date. */
const nextOpening = ({ items, next }: MyOutline): string | null =>
  next
    ? null
    : (items
        .filter(({ isOpen, opensAt, completedAt }) => !isOpen && opensAt !== null && completedAt === null)
        .map(({ opensAt }) => opensAt)
        .toSorted()[0] ?? null);

/** The courses one takes or took, the one learned in last first. */
export const listMyCourses = defineQuery({
  name: "academy.list_my_courses",
  title: "List the courses I take",
  http: "GET /learn/courses",
  access: "customer",
  input: z.object({}),
  output: MyCourses,
  run: async ({ db, cache, now, actor }) => {
    const enrollments = await rows<Row>(
      db,
      sql`SELECT e.id, e.course_id, e.curriculum_id, e.account_id, e.person_id, e.status, e.zone,
            to_jsonb(e.started_at) AS started_at, e.cohort_id, to_jsonb(e.last_active_at) AS last_active_at,
            to_jsonb(e.completed_at) AS completed_at, c.slug, c.title, c.subtitle
          FROM academy.enrollment e JOIN academy.course c ON c.id = e.course_id
          WHERE e.person_id = ${actorPersonId(actor)} AND e.status <> 'cancelled'
          ORDER BY coalesce(e.last_active_at, e.created_at) DESC, e.id LIMIT 50`,
    );
    const courses = enrollments.map(async (enrollment) => {
      const outline = await readMyOutline({ db, cache, now }, enrollment);
      const { next, done, items } = outline;
      return {
        courseId: enrollment.course_id,
        enrollmentId: enrollment.id,
        slug: enrollment.slug,
        title: enrollment.title,
        subtitle: enrollment.subtitle,
        status: enrollment.status,
        completedAt: enrollment.completed_at,
        lastActiveAt: enrollment.last_active_at,
        done,
        total: items.length,
        next: next && { slug: next.slug, title: next.title, minutes: next.minutes },
        opensAt: nextOpening(outline),
      };
    });
    return { courses: await Promise.all(courses) };
  },
});
