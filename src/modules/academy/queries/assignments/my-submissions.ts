import type { RichText } from "#kernel/browser/rich-text.ts";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { FILE_COLUMNS, type FileRow } from "#modules/academy/assignments/draft-row.ts";
import { assignmentSettings, type RubricCriterion } from "#modules/academy/contract/assignment.ts";
import type { CriterionMark } from "#modules/academy/contract/submissions.ts";

interface Row {
  submissionId: string;
  number: number;
  status: "waiting" | "second" | "agreeing" | "marked" | "released" | "returned" | "withdrawn";
  submittedAt: string;
  isLate: boolean;
  isBegun: boolean;
  text: RichText;
  returnedNote: string;
  files: FileRow[];
  rubric: RubricCriterion[];
  settings: unknown;
  mark: {
    points: number;
    maxPoints: number;
    scorePpm: number;
    criteria: CriterionMark[];
    comment: RichText;
    releasedAt: string;
  } | null;
}

// To its student, all that happens between handing in and the released mark is one thing.
const shownAs = ({ status, isBegun }: Row) => {
  if (status === "waiting") return isBegun ? ("in_marking" as const) : status;
  return status === "second" || status === "agreeing" || status === "marked"
    ? ("in_marking" as const)
    : status;
};

/** What a student handed in of an assignment, the newest first, with the marks that are released. */
export async function readMySubmissions(db: Db, of: { enrollmentId: string; assignmentKey: string }) {
  const found = await rows<Row>(
    db,
    sql`SELECT s.id AS "submissionId", s.number, s.status, to_jsonb(s.submitted_at) AS "submittedAt",
          s.is_late AS "isLate", s.first_claimed_at IS NOT NULL AS "isBegun", s.text, s.returned_note AS "returnedNote",
          a.rubric, a.settings,
          coalesce((SELECT jsonb_agg(to_jsonb(x) - 'position' ORDER BY x.position)
            FROM (SELECT ${FILE_COLUMNS}, sf.position FROM academy.submission_file sf
                  JOIN academy.student_file f ON f.file_id = sf.file_id WHERE sf.submission_id = s.id) x), '[]') AS files,
          (SELECT jsonb_build_object('points', m.points, 'maxPoints', m.max_points, 'scorePpm', m.score_ppm,
              'criteria', m.criteria, 'comment', m.comment, 'releasedAt', m.released_at)
           FROM academy.mark m WHERE m.submission_id = s.id AND m.is_final AND m.released_at IS NOT NULL
             AND s.status = 'released') AS mark
        FROM academy.submission s JOIN academy.assignment a ON a.id = s.assignment_id
        WHERE s.enrollment_id = ${of.enrollmentId} AND s.assignment_key = ${of.assignmentKey}
        ORDER BY s.number DESC`,
  );
  return found.map((row) => {
    const { isBegun, settings, mark, ...rest } = row;
    const { passingPercent } = assignmentSettings.parse(settings);
    return {
      ...rest,
      status: shownAs(row),
      mayWithdraw: row.status === "waiting" && !isBegun,
      mark: mark && { ...mark, isPassed: mark.scorePpm >= passingPercent * 10_000 },
    };
  });
}
