import { sql } from "#kernel/db/sql.ts";

/** Statuses in which an enrolment counts: what is not cancelled and not refunded. */
const COUNTED = sql`('active', 'suspended', 'expired')`;

/** Enrolments that count at an instant, of one course (by its id or address) or of all: the newest status until then decides. */
export const enrollmentsAt = ({ asOf, course }: { asOf: Temporal.Instant; course?: string }) => sql`
  SELECT e.id, e.course_id, e.person_id, e.account_id, e.created_at FROM academy.enrollment e
    JOIN academy.course c ON c.id = e.course_id
    JOIN LATERAL (SELECT status FROM academy.enrollment_status s WHERE s.enrollment_id = e.id
      AND s.at <= ${asOf.toString()} ORDER BY s.seq DESC LIMIT 1) AS newest ON newest.status IN ${COUNTED}
  WHERE e.created_at <= ${asOf.toString()}
    ${course === undefined ? sql`` : sql`AND (c.id::text = ${course} OR c.slug = ${course})`}`;
