import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { getCourse } from "#modules/academy/authoring/course-row.ts";
import { findInForce } from "#modules/academy/authoring/draft.ts";
import { migrating } from "#modules/academy/authoring/migrating.ts";
import { MigrationPreview, PreviewMigration } from "#modules/academy/contract/authoring-versions.ts";

interface Part {
  key: string;
  title: string;
  isOld: boolean;
  isNew: boolean;
  isChanged: boolean;
  studentsWithProgress: number;
}

interface Move {
  courseId: string;
  toId: string;
  toNumber: number;
  fromNumber?: number;
}

const named = ({ key, title }: Part) => ({ key, title });

/** Every lesson of the old versions and the new one, by key: where it stands, and whether its rule is another. */
const compareLessons = (db: Db, move: Move) =>
  rows<Part>(
    db,
    sql`WITH moving AS (SELECT e.id, e.curriculum_id FROM academy.enrollment e WHERE ${migrating(move)}),
        old AS (
          SELECT DISTINCT ON (l.key) l.key, l.title, l.completion FROM academy.lesson l
            JOIN academy.curriculum c ON c.id = l.curriculum_id
          WHERE l.curriculum_id IN (SELECT curriculum_id FROM moving) ORDER BY l.key, c.number DESC),
        new AS (SELECT key, title, completion FROM academy.lesson WHERE curriculum_id = ${move.toId})
        SELECT key, coalesce(new.title, old.title) AS title, old.title IS NOT NULL AS "isOld", new.title IS NOT NULL AS "isNew",
          old.completion IS DISTINCT FROM new.completion AS "isChanged",
          (SELECT count(*)::int FROM academy.lesson_progress p JOIN moving ON moving.id = p.enrollment_id
            WHERE p.lesson_key = key) AS "studentsWithProgress"
        FROM old FULL JOIN new USING (key) ORDER BY title, key`,
  );

/**
 * What becomes of students who go on with the version in force: lessons keep their progress by key, those that are gone are
 * named. Errors: `academy.course_unknown`, `academy.no_version`.
 */
export const previewMigration = defineQuery({
  name: "academy.preview_migration",
  title: "See what a change of version does to students",
  http: "GET /academy/courses/:courseId/migration",
  access: "academy:read",
  input: PreviewMigration,
  output: MigrationPreview,
  load: (db, { courseId }) => getCourse(db, courseId),
  run: async ({ db, input: { fromNumber } }, course) => {
    const target = await findInForce(db, course.id);
    if (!target)
      throw refuse("conflict", "academy.no_version", "No version of this course is published yet.");
    const move = { courseId: course.id, toId: target.id, toNumber: target.number, fromNumber };
    const counted = await firstRow<{ students: number; completed: number }>(
      db,
      sql`SELECT count(*) FILTER (WHERE ${migrating(move)})::int AS students,
            count(e.completed_at) FILTER (WHERE e.curriculum_id <> ${target.id})::int AS completed
          FROM academy.enrollment e WHERE e.course_id = ${course.id}`,
    );
    const parts = (counted?.students ?? 0) > 0 ? await compareLessons(db, move) : [];
    const both = parts.filter(({ isOld, isNew }) => isOld && isNew);
    return {
      toNumber: target.number,
      students: counted?.students ?? 0,
      completed: counted?.completed ?? 0,
      kept: both.length,
      added: parts.filter(({ isOld }) => !isOld).map(named),
      removed: parts
        .filter(({ isNew }) => !isNew)
        .map((part) => ({ ...named(part), studentsWithProgress: part.studentsWithProgress })),
      changedRules: both.filter(({ isChanged }) => isChanged).map(named),
    };
  },
});
