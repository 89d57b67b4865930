import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCourse } from "#modules/academy/authoring/course-row.ts";
import { findInForce } from "#modules/academy/authoring/draft.ts";
import { migrating } from "#modules/academy/authoring/migrating.ts";
import { MigrateEnrollments, StartedMigration } from "#modules/academy/contract/authoring-versions.ts";
import { migrateStudents } from "#modules/academy/jobs/migrate-students.ts";

/**
 * Lets students who follow an older version go on with the one in force, in the background. `academy.preview_migration` says
 * beforehand what that does. Errors: `academy.version_changed` (another version is in force than was looked at),
 * `academy.nobody_to_migrate`.
 */
export const migrateEnrollments = defineCommand({
  name: "academy.migrate_enrollments",
  title: "Move students to the version in force",
  http: "POST /academy/courses/:courseId/migration",
  access: "academy:write",
  confirm: true,
  input: MigrateEnrollments,
  output: StartedMigration,
  load: (tx, { courseId }) => lockCourse(tx, courseId),
  run: async ({ tx, input, enqueue }, course) => {
    const target = await findInForce(tx, course.id);
    if (target?.number !== input.toNumber)
      throw refuse(
        "conflict",
        "academy.version_changed",
        "Another version is in force than the one you looked at. Look at the change again.",
      );
    const counted = await firstRow<{ students: number }>(
      tx,
      sql`SELECT count(*)::int AS students FROM academy.enrollment e WHERE ${migrating(input)}`,
    );
    if (!counted?.students)
      throw refuse(
        "conflict",
        "academy.nobody_to_migrate",
        "Nobody follows an older version and could be moved.",
      );
    await enqueue(migrateStudents, input, {
      singletonKey: `${course.id}:${input.toNumber}:${input.fromNumber ?? 0}`,
    });
    return counted;
  },
});
