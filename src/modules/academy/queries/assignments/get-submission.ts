import type { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { assignmentSettings } from "#modules/academy/contract/assignment.ts";
import { Submission, SubmissionRef } from "#modules/academy/contract/marking.ts";
import { readGradeChanges } from "#modules/academy/queries/assignments/grade-changes.ts";
import {
  personRef,
  SUMMARY_FROM,
  summaryColumns,
  type SummaryRow,
} from "#modules/academy/queries/assignments/submission-summaries.ts";
import { nextReading } from "#modules/academy/rules/assignments/next-reading.ts";

type Whole = z.output<typeof Submission>;
type Row = SummaryRow &
  Pick<Whole, "enrollmentId" | "lessonKey" | "rubric" | "brief" | "text" | "dueAt" | "returnedNote"> & {
    settings: unknown;
  };

const readFiles = (db: Db, submissionId: string) =>
  rows<Whole["files"][number]>(
    db,
    sql`SELECT f.file_id AS "fileId", f.name, f.media_type AS "mediaType", f.bytes,
          coalesce((SELECT jsonb_agg(jsonb_build_object('submissionId', os.id, 'fileName', o.name, 'student',
                coalesce(${personRef(sql`os.person_id`)}, jsonb_build_object('id', os.person_id, 'name', '')))
              ORDER BY os.submitted_at, os.id)
            FROM academy.student_file o JOIN academy.submission_file osf ON osf.file_id = o.file_id
            JOIN academy.submission os ON os.id = osf.submission_id
            WHERE o.sha256 = f.sha256 AND os.enrollment_id <> f.enrollment_id), '[]') AS "alsoIn"
        FROM academy.submission_file sf JOIN academy.student_file f ON f.file_id = sf.file_id
        WHERE sf.submission_id = ${submissionId} ORDER BY sf.position`,
  );

/** Readings of a submission; while the second is being made nobody sees but their own. */
const readReadings = (db: Db, { submissionId, status }: SummaryRow, viewer: string | null) =>
  rows<Whole["readings"][number]>(
    db,
    sql`SELECT reading, coalesce(${personRef(sql`grader_id`)}, jsonb_build_object('id', grader_id, 'name', '')) AS grader,
          criteria, comment, private_note AS "privateNote", points, max_points AS "maxPoints", score_ppm AS "scorePpm",
          is_complete AS "isComplete", is_final AS "isFinal", to_jsonb(saved_at) AS "savedAt",
          to_jsonb(released_at) AS "releasedAt"
        FROM academy.mark WHERE submission_id = ${submissionId}
          AND ${status === "second" ? sql`grader_id = ${viewer}` : sql`true`} ORDER BY saved_at`,
  );

/**
 * A submission for who marks it: the work, the rubric it is marked by, readings, history, and which other students handed
 * in a file of exactly the same bytes. Errors: `academy.submission_unknown`.
 */
export const getSubmission = defineQuery({
  name: "academy.get_submission",
  title: "Get a submission to mark",
  http: "GET /academy/submissions/:submissionId",
  access: "academy:grade",
  input: SubmissionRef,
  output: Submission,
  run: async ({ db, input, now, actor }) => {
    const row = await firstRow<Row>(
      db,
      sql`SELECT ${summaryColumns(now)}, s.enrollment_id AS "enrollmentId", s.lesson_key AS "lessonKey", a.settings, a.rubric,
            a.brief, s.text, to_jsonb(s.due_at) AS "dueAt", s.returned_note AS "returnedNote"
          FROM ${SUMMARY_FROM} WHERE s.id = ${input.submissionId}`,
    );
    if (!row) throw refuse("not_found", "academy.submission_unknown", "There is no such submission.");
    const viewer = actorPersonId(actor);
    const history = await readGradeChanges(db, sql`g.submission_id = ${input.submissionId}`);
    // What the first grader came to would tell the second.
    const isBlind = row.status === "second";
    return {
      ...row,
      settings: assignmentSettings.parse(row.settings),
      files: await readFiles(db, input.submissionId),
      nextReading: nextReading(row.status),
      isMine: row.claimedBy !== null && row.claimedBy.id === viewer,
      readings: await readReadings(db, row, viewer),
      others: await rows<Whole["others"][number]>(
        db,
        sql`SELECT id AS "submissionId", number, status, to_jsonb(submitted_at) AS "submittedAt" FROM academy.submission
            WHERE enrollment_id = ${row.enrollmentId} AND assignment_key = ${row.assignmentKey} AND id <> ${row.submissionId}
            ORDER BY number DESC`,
      ),
      history: isBlind ? history.map((entry) => ({ ...entry, before: null, after: null })) : history,
    };
  },
});
