import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { PublicCourse, PublicCourseCard } from "#modules/academy/contract/catalogue.ts";

/** Events that may change what visitors see begin so. */
export const CATALOGUE_EVENTS = "academy.c";

// A draft is nobody's business: only the curriculum in force is looked at, and only of courses that are out.
const PUBLISHED = sql`academy.course c JOIN academy.curriculum u ON u.course_id = c.id AND u.status = 'published'
  WHERE c.status = 'published'`;

const CARD = sql`c.slug, c.title, c.subtitle, c.summary, c.language, c.level, c.duration_days AS "durationDays",
  CASE WHEN c.cover_file_id IS NOT NULL THEN '/courses/' || c.slug || '/files/' || c.cover_file_id END AS "coverHref",
  (SELECT count(*)::int FROM academy.lesson l WHERE l.curriculum_id = u.id) AS lessons,
  (SELECT coalesce(sum(l.minutes), 0)::int FROM academy.lesson l WHERE l.curriculum_id = u.id) AS minutes,
  c.certificate IS NOT NULL AS "hasCertificate", c.entitlement`;

const MOST_COURSES = 500;

/** A course as the database knows it: where the house stands is for the configuration to say. */
type Card = Omit<PublicCourseCard, "url">;

/** The address of a course's page. */
export const coursePath = (slug: string): string => `/courses/${slug}`;

/** Courses that are out, those published last first. */
export const loadPublicCourses = (db: Db): Promise<Card[]> =>
  rows(db, sql`SELECT ${CARD} FROM ${PUBLISHED} ORDER BY c.published_at DESC, c.slug LIMIT ${MOST_COURSES}`);

/** The error of a course that is not out. */
export const courseNotPublic = () =>
  refuse("not_found", "academy.course_not_public", "There is no such course, or it is not out yet.");

type Row = Omit<PublicCourse, "modules" | "url"> & { curriculumId: string };

interface OutlineRow {
  moduleId: string;
  moduleTitle: string;
  moduleSummary: string;
  title: string;
  summary: string;
  minutes: number;
  slug: string | null;
}

async function loadModules(db: Db, curriculumId: string): Promise<PublicCourse["modules"]> {
  const found = await rows<OutlineRow>(
    db,
    sql`SELECT m.id AS "moduleId", m.title AS "moduleTitle", m.summary AS "moduleSummary", l.title, l.summary, l.minutes,
          CASE WHEN l.is_preview THEN l.slug END AS slug
        FROM academy.module m JOIN academy.lesson l ON l.module_id = m.id
        WHERE m.curriculum_id = ${curriculumId} ORDER BY m.position, l.position`,
  );
  const byModule = Map.groupBy(found, ({ moduleId }) => moduleId);
  return [...byModule.values()].map((lessons) => ({
    title: lessons[0]?.moduleTitle ?? "",
    summary: lessons[0]?.moduleSummary ?? "",
    minutes: lessons.reduce((sum, { minutes }) => sum + minutes, 0),
    lessons: lessons.map(({ title, summary, minutes, slug }) => ({ title, summary, minutes, slug })),
  }));
}

/** Everything a visitor may know of a course. Errors: `academy.course_not_public`. */
export async function loadPublicCourse(db: Db, slug: string): Promise<Omit<PublicCourse, "url">> {
  const row = await firstRow<Row>(
    db,
    sql`SELECT ${CARD}, c.description, to_jsonb(c.outcomes) AS outcomes, to_jsonb(c.audience) AS audience,
          to_jsonb(c.requirements) AS requirements, c.faq, c.instructors, c.certificate, u.id AS "curriculumId",
          u.number AS "curriculumNumber", to_jsonb(u.published_at) AS "publishedAt"
        FROM ${PUBLISHED} AND c.slug = ${slug}`,
  );
  if (!row) throw courseNotPublic();
  const { curriculumId, ...course } = row;
  return {
    ...course,
    publishedAt: Temporal.Instant.from(course.publishedAt).toString(),
    modules: await loadModules(db, curriculumId),
  };
}
