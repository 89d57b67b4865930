import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { RiskTrigger } from "#modules/playbook/contract/risks.ts";
import { isoAt, personRef } from "#modules/playbook/queries/fragments.ts";

/** A risk as stored; one without a row of its own yet is open and unrated. */
export interface RiskRow {
  id: string;
  text: string;
  position: number;
  group: string | null;
  owner: { id: string; name: string } | null;
  probability: number | null;
  impact: number | null;
  score: number | null;
  response: { kind: "avoid" | "reduce" | "transfer" | "accept"; text: string } | null;
  trigger: z.output<typeof RiskTrigger> | null;
  triggeredAt: string | null;
  status: "open" | "happened" | "closed";
  lines: [number, number];
}

interface RiskSearch {
  where: ReturnType<typeof sql>;
  limit: number;
}

/** Risks of the plan in force, unrated first, then by falling score. `where` speaks of `n` (node) and `r` (risk). */
export const riskRows = (db: Db, { where, limit }: RiskSearch): Promise<RiskRow[]> =>
  rows<RiskRow>(
    db,
    sql`SELECT n.id, n.text, n.position, n."group", ${personRef(sql`n.owner_id`)} AS owner, r.probability, r.impact,
               r.probability * r.impact AS score, r.trigger, ${isoAt(sql`r.triggered_at`)} AS "triggeredAt",
               coalesce(r.status, 'open') AS status, jsonb_build_array(n.line_from, n.line_to) AS lines,
               CASE WHEN r.response IS NOT NULL
                 THEN jsonb_build_object('kind', r.response_kind, 'text', r.response) END AS response
        FROM playbook.node n
        JOIN playbook.plan p ON p.id = n.plan_id AND p.archived_at IS NULL
        LEFT JOIN playbook.risk r ON r.node_id = n.id
        WHERE n.kind = 'risk' AND n.removed_at IS NULL ${where}
        ORDER BY coalesce(r.probability * r.impact, 26) DESC, n.position, n.id LIMIT ${limit}`,
  );
