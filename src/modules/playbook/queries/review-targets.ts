import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import type { ReviewTarget } from "#modules/playbook/rules/review/types.ts";
import type { CriterionState } from "#modules/playbook/rules/targets/types.ts";

interface Row {
  id: string;
  label: string;
  state: CriterionState;
  reason: string;
  chance: number | null;
  previousState: CriterionState | null;
}

/** Numeric targets with the state each had at an instant: one query. */
const targetRows = (db: Db, planId: string, since: string) =>
  rows<Row>(
    db,
    sql`SELECT t.node_id AS id, n.text AS label, coalesce(s.state, 'unknown') AS state,
               coalesce(s.reason, 'Not judged yet') AS reason, (s.forecast->>'chance')::float8 AS chance,
               before.state AS "previousState"
        FROM playbook.target t
        JOIN playbook.node n ON n.id = t.node_id AND n.removed_at IS NULL
        LEFT JOIN playbook.criterion_status s ON s.node_id = t.node_id
        LEFT JOIN (
          SELECT DISTINCT ON (node_id) node_id, state FROM playbook.criterion_change WHERE at < ${since}
          ORDER BY node_id, at DESC, id DESC) before ON before.node_id = t.node_id
        WHERE t.plan_id = ${planId} AND t.removed_at IS NULL ORDER BY n.position`,
  );

/** Chances as the review before this week's wrote them down. */
async function earlierChances(db: Db, planId: string, week: string): Promise<Record<string, number>> {
  const row = await firstRow<{ chances: Record<string, number> }>(
    db,
    sql`SELECT chances FROM playbook.review WHERE plan_id = ${planId} AND week < ${week}
        ORDER BY week DESC LIMIT 1`,
  );
  return row?.chances ?? {};
}

/** Every number of the plan, now and a week ago. */
export async function reviewTargets(
  db: Db,
  planId: string,
  { week, since }: { week: string; since: string },
): Promise<ReviewTarget[]> {
  const chances = await earlierChances(db, planId, week);
  const found = await targetRows(db, planId, since);
  return found.map((row) => ({ ...row, previousChance: chances[row.id] ?? null }));
}
