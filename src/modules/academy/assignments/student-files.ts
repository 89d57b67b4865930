import type { FileGuard, FileReader } from "#kernel/module.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";

/** Students read the files they sent themselves; row-level security shows no other's. */
export const readStudentFiles: FileReader = async (tx, fileId) =>
  (await firstRow(tx, sql`SELECT 1 FROM academy.student_file WHERE file_id = ${fileId}`)) !== undefined;

/** Of staff those who mark read what students hand in, and nobody else. */
export const guardStudentFiles: FileGuard = async (db, fileId) =>
  (await firstRow(db, sql`SELECT 1 FROM academy.student_file WHERE file_id = ${fileId}`))
    ? "academy:grade"
    : undefined;
