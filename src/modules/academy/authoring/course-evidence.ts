import { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineEvidence, type EvidenceRow } from "#kernel/evidence/registry.ts";
import { loadCheckedDraft } from "#modules/academy/authoring/load-checked-draft.ts";
import { CourseChanged, CurriculumPublished } from "#modules/academy/events/authoring.ts";
import { barriersOf } from "#modules/academy/rules/authoring/barriers-of.ts";

const filter = z.object({ course: z.string().max(80).optional().describe("Address of one course") });
const changedBy = [CourseChanged.name, CurriculumPublished.name];

interface Version {
  course_id: string;
  title: string;
  curriculum_id: string;
  number: number;
  is_newest: boolean;
  lessons: number;
}

/** Versions published until then of the courses that were out then, the newest of each course first. */
const versionsOut = (db: Db, asOf: Temporal.Instant, given: unknown): Promise<Version[]> => {
  const { course = null } = filter.parse(given);
  const at = asOf.toString();
  return rows<Version>(
    db,
    sql`SELECT c.id AS course_id, c.title, u.id AS curriculum_id, u.number,
          row_number() OVER (PARTITION BY c.id ORDER BY u.number DESC) = 1 AS is_newest,
          (SELECT count(*)::int FROM academy.lesson l WHERE l.curriculum_id = u.id) AS lessons
        FROM academy.course c JOIN academy.curriculum u ON u.course_id = c.id
        WHERE u.published_at <= ${at} AND (c.archived_at IS NULL OR c.archived_at > ${at})
          AND (${course}::text IS NULL OR c.slug = ${course}::text)
        ORDER BY c.published_at, c.id, u.number DESC`,
  );
};

const shown = (all: readonly EvidenceRow[], limit: number) => ({
  count: all.length,
  rows: all.slice(0, limit),
});

/** A course is out: people can find it and learn in it. */
export const publishedCourse = defineEvidence({
  kind: "academy.published_course",
  title: "Published course",
  filter,
  changedBy,
  find: async (db, { asOf, filter: given, limit }) => {
    const newest = (await versionsOut(db, asOf, given)).filter(({ is_newest }) => is_newest);
    const found = newest.map(({ course_id, title, number, lessons }) => ({
      id: course_id,
      label: title,
      detail: `Version ${number}; lessons: ${lessons}`,
      href: `/console/academy/courses/${course_id}`,
    }));
    return shown(found, limit);
  },
});

/** A version of what a course teaches was published; each version is one. */
export const publishedCurriculum = defineEvidence({
  kind: "academy.published_curriculum",
  title: "Published curriculum",
  filter,
  changedBy,
  find: async (db, { asOf, filter: given, limit }) => {
    const found = (await versionsOut(db, asOf, given)).map((version) => ({
      id: version.curriculum_id,
      label: `${version.title}, version ${version.number}`,
      detail: `Lessons: ${version.lessons}`,
      href: `/console/academy/courses/${version.course_id}/versions`,
    }));
    return shown(found, limit);
  },
});

/**
 * What a course teaches holds no barrier that the checks of a draft know. Checked anew each time: rules may become stricter
 * after a version went out.
 */
export const accessibilityCheck = defineEvidence({
  kind: "academy.accessibility_check",
  title: "Passed accessibility check",
  filter,
  changedBy,
  find: async (db, { asOf, filter: given, limit }) => {
    const found: EvidenceRow[] = [];
    for (const version of await versionsOut(db, asOf, given)) {
      if (!version.is_newest) continue;
      const { course_id: courseId, curriculum_id: curriculumId, title, number } = version;
      const { barriers, undescribed } = barriersOf(await loadCheckedDraft(db, { courseId, curriculumId }));
      if (barriers > 0) continue;
      found.push({
        id: curriculumId,
        label: `${title}, version ${number}`,
        detail: undescribed > 0 ? `Pictures that only decorate: ${undescribed}` : "Nothing to mend",
        href: `/console/academy/courses/${courseId}`,
      });
    }
    return shown(found, limit);
  },
});
