import { type SQL } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { GradeChangeEntry } from "#modules/academy/contract/marking.ts";
import { personRef } from "#modules/academy/queries/assignments/submission-summaries.ts";

/** Entries of the history of grades (`g`) that meet a condition, the newest first; 200 at most. */
export const readGradeChanges = (db: Db, where: SQL): Promise<z.output<typeof GradeChangeEntry>[]> =>
  rows(
    db,
    sql`SELECT g.id, g.act, g.before, g.after, g.reason, ${personRef(sql`g.by_person_id`)} AS by, to_jsonb(g.at) AS at,
          g.submission_id AS "submissionId", g.item_key AS "itemKey"
        FROM academy.grade_change g WHERE ${where} ORDER BY g.at DESC, g.id DESC LIMIT 200`,
  );
