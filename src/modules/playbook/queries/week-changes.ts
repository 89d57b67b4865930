import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { Overview } from "#modules/playbook/contract/overview.ts";

type WeekChange = z.output<typeof Overview>["changes"][number];

/** What moved since an instant: proofs, criteria, risks that rose; the latest of each, newest first, eight at most. */
export async function weekChanges(db: Db, planId: string, since: string): Promise<WeekChange[]> {
  const found = await rows<WeekChange>(
    db,
    sql`SELECT * FROM (SELECT DISTINCT ON (c.node_id) c.at, c.kind, c.node_id AS "nodeId", n.text AS title, c.detail,
               c.state FROM (
          SELECT at, CASE WHEN proved THEN 'proved' ELSE 'reopened' END AS kind, node_id, reason AS detail, NULL AS state
          FROM playbook.proof_change WHERE at > ${since}
          UNION ALL
          SELECT at, 'criterion', node_id, reason, state FROM playbook.criterion_change
          WHERE at > ${since} AND was IS NOT NULL AND state IN ('met', 'at_risk', 'missed')
          UNION ALL
          SELECT at, 'risk', node_id, cause, NULL FROM playbook.risk_change
          WHERE at > ${since} AND (became->>'probability')::int * (became->>'impact')::int
            > coalesce((was->>'probability')::int * (was->>'impact')::int, 0)) c
        JOIN playbook.node n ON n.id = c.node_id AND n.plan_id = ${planId}
        ORDER BY c.node_id, c.at DESC) latest ORDER BY at DESC LIMIT 8`,
  );
  return found.map((change) => ({ ...change, at: Temporal.Instant.from(change.at).toString() }));
}
