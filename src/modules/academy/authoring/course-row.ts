import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** A course as its commands look at it. */
export interface CourseRow {
  id: string;
  slug: string;
  title: string;
  status: "draft" | "published" | "archived";
  entitlement: string | null;
  version: number;
}

const COLUMNS = sql`id, slug, title, status, entitlement, version`;

const courseUnknown = () => refuse("not_found", "academy.course_unknown", "There is no such course.");

/** Reads a course. Errors: `academy.course_unknown`. */
export async function getCourse(db: Db, courseId: string): Promise<CourseRow> {
  const course = await firstRow<CourseRow>(
    db,
    sql`SELECT ${COLUMNS} FROM academy.course WHERE id = ${courseId}`,
  );
  if (!course) throw courseUnknown();
  return course;
}

/** Reads a course by its address. Errors: `academy.course_unknown`. */
export async function getCourseBySlug(db: Db, slug: string): Promise<CourseRow> {
  const course = await firstRow<CourseRow>(
    db,
    sql`SELECT ${COLUMNS} FROM academy.course WHERE slug = ${slug}`,
  );
  if (!course) throw courseUnknown();
  return course;
}

/** Locks a course: whoever writes its draft or publishes it waits for the other. Errors: `academy.course_unknown`. */
export async function lockCourse(db: Db, courseId: string): Promise<CourseRow> {
  const course = await firstRow<CourseRow>(
    db,
    sql`SELECT ${COLUMNS} FROM academy.course WHERE id = ${courseId} FOR NO KEY UPDATE`,
  );
  if (!course) throw courseUnknown();
  return course;
}
