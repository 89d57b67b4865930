import { rows, sql } from "#kernel/db/sql.ts";
import { defineMetric } from "#kernel/metrics/registry.ts";
import { EnrollmentChanged, StudentEnrolled } from "#modules/academy/events/learning.ts";
import { enrollmentsAt } from "#modules/academy/learning/enrollments-at.ts";

/** Enrolments that count; `bind.course` limits it to one course, by its id or its address. */
export const enrollments = defineMetric({
  key: "academy.enrollments",
  title: "Course enrolments",
  unit: "count",
  window: "cumulative",
  version: 1,
  changedBy: [StudentEnrolled.name, EnrollmentChanged.name],
  meaning:
    "Enrolments not cancelled and not refunded at the instant asked for, in the course it is bound to or in all.",
  measure: async (db, { asOf, bind }) => {
    const [found] = await rows<{ n: number }>(
      db,
      sql`SELECT count(*)::int AS n FROM (${enrollmentsAt({ asOf, course: bind.course })}) AS counted`,
    );
    return { value: found?.n ?? 0 };
  },
  rows: async (db, { asOf, bind, limit, offset }) => {
    const found = await rows<{ id: string; name: string; title: string }>(
      db,
      sql`SELECT counted.id, p.name, c.title FROM (${enrollmentsAt({ asOf, course: bind.course })}) AS counted
            JOIN auth.person p ON p.id = counted.person_id JOIN academy.course c ON c.id = counted.course_id
          ORDER BY counted.created_at, counted.id LIMIT ${limit} OFFSET ${offset}`,
    );
    return found.map(({ id, name, title }) => ({
      id,
      label: name,
      detail: title,
      href: `/console/academy/students/${id}`,
    }));
  },
});
