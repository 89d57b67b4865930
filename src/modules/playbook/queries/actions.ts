import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { Action } from "#modules/playbook/contract/work.ts";
import { isoAt, nodeRef, personRef } from "#modules/playbook/queries/fragments.ts";

interface ActionSearch {
  where: ReturnType<typeof sql>;
  limit: number;
}

/** Actions, earliest due first, undated last. `where` speaks of `a` (action). */
export const actionRows = (db: Db, { where, limit }: ActionSearch): Promise<z.output<typeof Action>[]> =>
  rows<z.output<typeof Action>>(
    db,
    sql`SELECT a.id, a.text, ${personRef(sql`a.assignee_id`)} AS assignee, a.due_on AS "dueOn",
               ${isoAt(sql`a.done_at`)} AS "doneAt", ${personRef(sql`a.done_by`)} AS "doneBy",
               ${isoAt(sql`a.created_at`)} AS "createdAt", ${nodeRef(sql`a.node_id`)} AS node,
               (SELECT jsonb_build_object('id', r.id, 'week', r.week) FROM playbook.review r
                WHERE r.id = a.review_id) AS review
        FROM playbook.action a WHERE ${where}
        ORDER BY coalesce(a.due_on, 'infinity'), a.id LIMIT ${limit}`,
  );
