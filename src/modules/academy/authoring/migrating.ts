import type { SQL } from "drizzle-orm";
import { sql } from "#kernel/db/sql.ts";

/**
 * Enrolments (`e`) that may go on with another version: of the course, following an older one, not over and not completed.
 * What was completed stays with the version it was completed in, and so does its certificate.
 */
export const migrating = (given: { courseId: string; toNumber: number; fromNumber?: number }): SQL =>
  sql`e.course_id = ${given.courseId} AND e.status IN ('active', 'suspended') AND e.completed_at IS NULL
      AND e.curriculum_id IN (SELECT id FROM academy.curriculum WHERE course_id = ${given.courseId}
        AND status = 'retired' AND number < ${given.toNumber}
        ${given.fromNumber === undefined ? sql`` : sql`AND number = ${given.fromNumber}`})`;
