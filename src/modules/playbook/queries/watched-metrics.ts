import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";

/** Which of these metrics the plan in force waits for: its numbers are measured by them, or risks watch them. */
export async function watchedMetrics(db: Db, metrics: readonly string[]): Promise<string[]> {
  const found = await rows<{ metric: string }>(
    db,
    sql`SELECT t.metric FROM playbook.target t
        JOIN playbook.node n ON n.id = t.node_id AND n.removed_at IS NULL
        JOIN playbook.plan p ON p.id = n.plan_id AND p.archived_at IS NULL
        WHERE t.metric IN ${metrics} AND t.removed_at IS NULL
        UNION SELECT r.trigger->>'metric' FROM playbook.risk r
        JOIN playbook.node n ON n.id = r.node_id AND n.removed_at IS NULL
        JOIN playbook.plan p ON p.id = n.plan_id AND p.archived_at IS NULL
        WHERE r.trigger->>'metric' IN ${metrics} AND r.status = 'open'
        ORDER BY 1`,
  );
  return found.map(({ metric }) => metric);
}
