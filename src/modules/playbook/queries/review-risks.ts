import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { ReviewRisk } from "#modules/playbook/rules/review/types.ts";
import { type RiskSnapshot, riskMovements } from "#modules/playbook/rules/risks/risk-movement.ts";

/** A week as two instants, half-open. */
export interface Stretch {
  from: string;
  to: string;
}

interface Row {
  id: string;
  title: string;
  owner: string | null;
  probability: number | null;
  impact: number | null;
  status: string;
  /** As it was before the first change in the week; null when nothing changed. */
  was: { probability: number | null; impact: number | null; status: string } | null;
  because: string | null;
  isNew: boolean;
}

/** Every risk with what it was a week ago. Those that came with the plan itself are not news. */
const riskHistory = (db: Db, planId: string, { from, to }: Stretch) =>
  rows<Row>(
    db,
    sql`SELECT n.id, n.text AS title, p.name AS owner, r.probability, r.impact, coalesce(r.status, 'open') AS status,
               (SELECT c.was FROM playbook.risk_change c WHERE c.node_id = n.id AND c.at >= ${from} AND c.at < ${to}
                ORDER BY c.at, c.id LIMIT 1) AS was,
               (SELECT c.cause FROM playbook.risk_change c WHERE c.node_id = n.id AND c.at >= ${from} AND c.at < ${to}
                  AND (c.was->'probability', c.was->'impact', c.was->'status')
                    IS DISTINCT FROM (c.became->'probability', c.became->'impact', c.became->'status')
                ORDER BY c.at DESC, c.id DESC LIMIT 1) AS because,
               n.added_at >= ${from} AND n.added_at > plan.created_at AS "isNew"
        FROM playbook.node n
        JOIN playbook.plan plan ON plan.id = n.plan_id
        LEFT JOIN playbook.risk r ON r.node_id = n.id
        LEFT JOIN auth.person p ON p.id = n.owner_id
        WHERE n.plan_id = ${planId} AND n.kind = 'risk' AND n.removed_at IS NULL
        ORDER BY coalesce(r.probability * r.impact, 0) DESC, n.position`,
  );

const snapshot = ({ id, title, probability, impact }: Row): RiskSnapshot => ({
  id,
  title,
  probability,
  impact,
});

/** How the risks moved in a week, and why. */
export async function reviewRisks(db: Db, planId: string, week: Stretch): Promise<ReviewRisk[]> {
  const found = await riskHistory(db, planId, week);
  const before = found
    .filter(({ isNew, was, status }) => !isNew && (was?.status ?? status) !== "closed")
    .map((row) => snapshot({ ...row, ...row.was }));
  const now = found.filter(({ status }) => status !== "closed").map(snapshot);
  const byId = new Map(found.map((row) => [row.id, row]));
  return riskMovements(before, now).map((movement) => {
    const row = byId.get(movement.id);
    return { ...movement, owner: row?.owner ?? null, because: row?.because?.replace(/\.$/, "") ?? null };
  });
}
