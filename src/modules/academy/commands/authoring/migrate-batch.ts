import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import { migrating } from "#modules/academy/authoring/migrating.ts";
import { MigrateBatch, MigratedBatch } from "#modules/academy/contract/authoring-versions.ts";
import { EnrollmentsMigrated } from "#modules/academy/events/authoring.ts";
import { lockEnrollment } from "#modules/academy/learning/enrollment.ts";
import { settleCurriculum } from "#modules/academy/learning/settle-lesson.ts";

const BATCH = 200;

async function moveOne(context: AcademyContext, enrollmentId: string, curriculumId: string): Promise<void> {
  const enrollment = await lockEnrollment(context.tx, enrollmentId);
  await context.tx.execute(
    sql`UPDATE academy.enrollment SET curriculum_id = ${curriculumId} WHERE id = ${enrollmentId}`,
  );
  // What a student did may meet the new version's rules already.
  await settleCurriculum(context, { ...enrollment, curriculum_id: curriculumId });
}

/** Moves up to 200 students to the version of that number; 0 when all are moved, or when it is not in force any more. */
export const migrateBatch = defineCommand({
  name: "academy.migrate_batch",
  title: "Move some students to the version in force",
  http: "POST /academy/courses/:courseId/migration/batches",
  access: "academy:write",
  input: MigrateBatch,
  output: MigratedBatch,
  run: async (context) => {
    const { tx, input, emit } = context;
    const target = await firstRow<{ id: string; slug: string }>(
      tx,
      sql`SELECT u.id, c.slug FROM academy.curriculum u JOIN academy.course c ON c.id = u.course_id
          WHERE u.course_id = ${input.courseId} AND u.number = ${input.toNumber} AND u.status = 'published'`,
    );
    if (!target) return { moved: 0 };
    const batch = await rows<{ id: string }>(
      tx,
      sql`SELECT e.id FROM academy.enrollment e WHERE ${migrating(input)}
          ORDER BY e.id LIMIT ${BATCH} FOR NO KEY UPDATE SKIP LOCKED`,
    );
    for (const { id } of batch) await moveOne(context, id, target.id);
    if (batch.length > 0)
      await emit(EnrollmentsMigrated, {
        courseId: input.courseId,
        slug: target.slug,
        curriculumId: target.id,
        number: input.toNumber,
        enrollmentIds: batch.map(({ id }) => id),
      });
    return { moved: batch.length };
  },
});
