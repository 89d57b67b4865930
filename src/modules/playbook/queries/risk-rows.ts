import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
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
  lastChange: { at: string; cause: string } | null;
  /** What the rows were ordered by, for the cursor. */
  sortKey: string;
  lines: [number, number];
}

// Unrated ones stand above the highest score (25). People look for Änne near Anna, so names follow the alphabet.
const SORT_KEYS = {
  score: sql`lpad(coalesce(r.probability * r.impact, 26)::text, 2, '0') COLLATE "C"`,
  text: sql`left(n.text, 100) COLLATE "und-x-icu"`,
  owner: sql`coalesce((SELECT left(o.name, 100) FROM auth.person o WHERE o.id = n.owner_id), '') COLLATE "und-x-icu"`,
  status: sql`coalesce(r.status, 'open') COLLATE "C"`,
} as const;

const LAST_CHANGE = sql`LEFT JOIN LATERAL (
          SELECT c.at, c.cause FROM playbook.risk_change c WHERE c.node_id = n.id ORDER BY c.at DESC, c.id DESC LIMIT 1
        ) last ON true`;

/** What risks can be ordered by, and which way. */
export interface RiskOrder {
  sort: keyof typeof SORT_KEYS;
  direction: "asc" | "desc";
}

interface RiskSearch {
  where: ReturnType<typeof sql>;
  limit: number;
  order?: RiskOrder;
}

/** Rows that come after a place in an order; equal ones follow the plan. */
export const risksAfter = (
  { sort, direction }: RiskOrder,
  place: { key: string; position: number; id: string },
): ReturnType<typeof sql> => {
  const key = SORT_KEYS[sort];
  const beyond = direction === "desc" ? sql`${key} < ${place.key}` : sql`${key} > ${place.key}`;
  return sql`AND (${beyond} OR (${key} = ${place.key}
               AND (n.position, n.id) > (${place.position}::int, ${place.id}::uuid)))`;
};

/** Risks of the plan in force. `where` speaks of `n` (node), `r` (risk) and `last` (its last change). */
export const riskRows = (
  db: Db,
  { where, limit, order = { sort: "score", direction: "desc" } }: RiskSearch,
): Promise<RiskRow[]> =>
  rows<RiskRow>(
    db,
    sql`SELECT n.id, n.text, n.position, n."group", ${personRef(sql`n.owner_id`)} AS owner, r.probability, r.impact,
               r.probability * r.impact AS score, r.trigger, ${isoAt(sql`r.triggered_at`)} AS "triggeredAt",
               coalesce(r.status, 'open') AS status, jsonb_build_array(n.line_from, n.line_to) AS lines,
               CASE WHEN r.response IS NOT NULL
                 THEN jsonb_build_object('kind', r.response_kind, 'text', r.response) END AS response,
               CASE WHEN last.at IS NOT NULL
                 THEN jsonb_build_object('at', last.at, 'cause', last.cause) END AS "lastChange",
               ${SORT_KEYS[order.sort]} AS "sortKey"
        FROM playbook.node n
        JOIN playbook.plan p ON p.id = n.plan_id AND p.archived_at IS NULL
        LEFT JOIN playbook.risk r ON r.node_id = n.id
        ${LAST_CHANGE}
        WHERE n.kind = 'risk' AND n.removed_at IS NULL ${where}
        ORDER BY ${SORT_KEYS[order.sort]} ${order.direction === "desc" ? sql`DESC` : sql`ASC`}, n.position, n.id
        LIMIT ${limit}`,
  );

/** How many risks of the plan in force fit. */
export async function countRisks(db: Db, where: ReturnType<typeof sql>): Promise<number> {
  const row = await firstRow<{ total: number }>(
    db,
    sql`SELECT count(*)::int AS total
        FROM playbook.node n
        JOIN playbook.plan p ON p.id = n.plan_id AND p.archived_at IS NULL
        LEFT JOIN playbook.risk r ON r.node_id = n.id
        ${LAST_CHANGE}
        WHERE n.kind = 'risk' AND n.removed_at IS NULL ${where}`,
  );
  return row?.total ?? 0;
}
