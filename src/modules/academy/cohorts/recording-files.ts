import { actorPersonId } from "#kernel/actor.ts";
import type { FileReader } from "#kernel/module.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";

/** Students of a cohort may watch the recordings of its sessions. */
export const readRecordings: FileReader = async (tx, fileId, actor) =>
  (await firstRow(
    tx,
    sql`SELECT 1 FROM academy.session s JOIN academy.enrollment e ON e.cohort_id = s.cohort_id
        WHERE s.recording_file_id = ${fileId} AND e.person_id = ${actorPersonId(actor)} AND e.status = 'active' LIMIT 1`,
  )) !== undefined;
