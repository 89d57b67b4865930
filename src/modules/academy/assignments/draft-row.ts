import { EMPTY_TEXT, type RichText } from "#kernel/browser/rich-text.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";

/** What a student keeps of an assignment before it is handed in; instants as ISO 8601 text. */
export interface DraftRow {
  text: RichText;
  revision: number;
  savedAt: string | null;
  replacedText: RichText | null;
  replacedAt: string | null;
}

interface Of {
  enrollmentId: string;
  assignmentKey: string;
}

/** The draft of a student; an empty one of revision 0 before anything was kept. */
export async function readDraft(db: Db, { enrollmentId, assignmentKey }: Of): Promise<DraftRow> {
  const found = await firstRow<DraftRow>(
    db,
    sql`SELECT text, revision, to_jsonb(saved_at) AS "savedAt", replaced_text AS "replacedText",
          to_jsonb(replaced_at) AS "replacedAt"
        FROM academy.submission_draft WHERE enrollment_id = ${enrollmentId} AND assignment_key = ${assignmentKey}`,
  );
  return found ?? { text: EMPTY_TEXT, revision: 0, savedAt: null, replacedText: null, replacedAt: null };
}

/** A file as lists show it. */
export interface FileRow {
  fileId: string;
  name: string;
  mediaType: string;
  bytes: number;
}

/** Columns of `FileRow`, of `academy.student_file` as `f`. */
export const FILE_COLUMNS = sql`f.file_id AS "fileId", f.name, f.media_type AS "mediaType", f.bytes`;

/** Files of the draft, in the order they came. */
export const readDraftFiles = (db: Db, { enrollmentId, assignmentKey }: Of): Promise<FileRow[]> =>
  rows<FileRow>(
    db,
    sql`SELECT ${FILE_COLUMNS} FROM academy.student_file f
        WHERE f.enrollment_id = ${enrollmentId} AND f.assignment_key = ${assignmentKey} AND f.in_draft
        ORDER BY f.added_at, f.file_id`,
  );
