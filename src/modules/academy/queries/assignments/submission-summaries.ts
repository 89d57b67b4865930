import { type SQL } from "drizzle-orm";
import { sql } from "#kernel/db/sql.ts";
import type { z } from "zod";
import type { SubmissionSummary } from "#modules/academy/contract/marking.ts";

/** `{id, name}` of the person whose id a column holds, or null. */
export const personRef = (column: SQL): SQL =>
  sql`(SELECT jsonb_build_object('id', who.id, 'name', who.name) FROM auth.person who WHERE who.id = ${column})`;

/** A summary as the statement gives it. */
export type SummaryRow = z.output<typeof SubmissionSummary>;

/** Columns of a summary, of `SUMMARY_FROM`; a claim that has run out is none. */
export const summaryColumns = (now: Temporal.Instant): SQL => {
  const isClaimed = sql`s.claimed_until > ${now.toString()}::timestamptz`;
  return sql`s.id AS "submissionId", s.course_id AS "courseId", c.title AS "courseTitle",
    s.assignment_key AS "assignmentKey", a.title AS "assignmentTitle",
    coalesce(${personRef(sql`s.person_id`)}, jsonb_build_object('id', s.person_id, 'name', '')) AS student,
    h.title AS "cohortTitle", s.number, s.status, to_jsonb(s.submitted_at) AS "submittedAt", s.is_late AS "isLate",
    CASE WHEN ${isClaimed} THEN ${personRef(sql`s.claimed_by`)} END AS "claimedBy",
    CASE WHEN ${isClaimed} THEN to_jsonb(s.claimed_until) END AS "claimedUntil",
    (SELECT m.score_ppm FROM academy.mark m WHERE m.submission_id = s.id AND m.is_final) AS "scorePpm", s.version`;
};

/** Submissions with their course, assignment, enrolment and cohort. */
export const SUMMARY_FROM = sql`academy.submission s JOIN academy.course c ON c.id = s.course_id
  JOIN academy.assignment a ON a.id = s.assignment_id JOIN academy.enrollment e ON e.id = s.enrollment_id
  LEFT JOIN academy.cohort h ON h.id = e.cohort_id`;
