import { localDate } from "#kernel/clock.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { EnrollmentRow } from "#modules/academy/learning/enrollment.ts";

/** What a certificate copies of the course, its version and the student. */
export interface CourseSnapshot {
  courseSlug: string;
  courseTitle: string;
  title: string;
  statement: string;
  language: string;
  outcomes: string[];
  curriculumNumber: number;
  lessons: number;
  minutes: number;
  holderName: string;
  completedOn: string;
}

interface Row extends Omit<CourseSnapshot, "title" | "statement" | "completedOn"> {
  certificate: { title: string; statement: string } | null;
}

/** What the course says today of the version the student finished; undefined when it gives no certificate. */
export async function snapshotCourse(
  db: Db,
  enrollment: EnrollmentRow & { completed_at: string },
): Promise<CourseSnapshot | undefined> {
  const found = await firstRow<Row>(
    db,
    sql`SELECT o.slug AS "courseSlug", o.title AS "courseTitle", o.certificate, o.language,
          to_jsonb(o.outcomes) AS outcomes, u.number AS "curriculumNumber", p.name AS "holderName",
          (SELECT count(*)::int FROM academy.lesson l WHERE l.curriculum_id = u.id) AS lessons,
          (SELECT coalesce(sum(l.minutes), 0)::int FROM academy.lesson l WHERE l.curriculum_id = u.id) AS minutes
        FROM academy.course o
          JOIN academy.curriculum u ON u.id = ${enrollment.curriculum_id}
          JOIN auth.person p ON p.id = ${enrollment.person_id}
        WHERE o.id = ${enrollment.course_id}`,
  );
  if (!found?.certificate) return undefined;
  const { certificate, ...course } = found;
  const completedAt = Temporal.Instant.from(enrollment.completed_at);
  return { ...course, ...certificate, completedOn: localDate(completedAt, enrollment.zone).toString() };
}
