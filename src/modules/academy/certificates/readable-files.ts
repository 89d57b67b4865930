import { firstRow, sql } from "#kernel/db/sql.ts";
import type { FileReader } from "#kernel/module.ts";

/** A student may download the PDF of their own certificate; the database shows nobody else's. */
export const readCertificateFiles: FileReader = async (tx, fileId) =>
  (await firstRow(tx, sql`SELECT 1 FROM academy.certificate WHERE pdf_file_id = ${fileId}`)) !== undefined;
