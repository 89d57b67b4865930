import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { boughtSeats } from "#modules/billing/index.ts";
import { COURSE_KEYS } from "#modules/academy/learning/sync-access.ts";

/** A course an account has or had seats in. */
export interface SeatCourse {
  courseId: string;
  slug: string;
  title: string;
  isPublished: boolean;
  bought: number;
}

interface Found extends Omit<SeatCourse, "bought"> {
  entitlement: string;
}

/** Courses of which an account bought seats or has somebody on one; of one course or of all. */
export async function seatsOf(
  db: Db,
  { accountId, courseId, at }: { accountId: string; courseId?: string; at: Temporal.Instant },
): Promise<SeatCourse[]> {
  const bought = await boughtSeats(db, { prefix: COURSE_KEYS, accountId, at });
  const keys = bought.map(({ key }) => key);
  const found = await rows<Found>(
    db,
    sql`SELECT c.id AS "courseId", c.slug, c.title, c.entitlement, EXISTS (SELECT 1 FROM academy.curriculum v
          WHERE v.course_id = c.id AND v.status = 'published') AS "isPublished"
        FROM academy.course c
        WHERE c.entitlement IS NOT NULL ${courseId ? sql`AND c.id = ${courseId}` : sql``}
          AND (c.entitlement = ANY (${sql.param(keys)}) OR EXISTS (
            SELECT 1 FROM academy.enrollment e WHERE e.course_id = c.id AND e.account_id = ${accountId}
              AND e.source_kind IN ('purchase', 'seat') AND e.status <> 'cancelled'))
        ORDER BY c.title, c.id`,
  );
  return found.map(({ entitlement, ...course }) => ({
    ...course,
    bought: bought.find(({ key }) => key === entitlement)?.seats ?? 0,
  }));
}
