import { localDate } from "#kernel/clock.ts";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { type GateDecision, gateDecision } from "#modules/playbook/rules/targets/decide-gate.ts";
import type { CriterionState } from "#modules/playbook/rules/targets/types.ts";

/** A criterion at a gate, as last judged. */
export interface GateCriterionRow {
  gateId: string;
  nodeId: string;
  text: string;
  kind: string;
  metric: string | null;
  raw: string | null;
  value: number | null;
  state: CriterionState;
  reason: string;
  source: string;
  dueOn: string | null;
}

/** A waiver at a gate, not revoked. `expiresOn` is the last day it counts. */
export interface WaiverRow {
  gateId: string;
  waiverId: string;
  criterionId: string;
  author: string;
  authorName: string | null;
  reason: string;
  expiresOn: string;
}

/** Criteria of gates, in the order of the plan. */
export const gateCriteria = (db: Db, gateIds: readonly string[]): Promise<GateCriterionRow[]> =>
  gateIds.length === 0
    ? Promise.resolve([])
    : rows<GateCriterionRow>(
        db,
        sql`SELECT gc.gate_id AS "gateId", n.id AS "nodeId", n.text, n.kind, t.metric, t.raw, s.value::float8 AS value,
                   coalesce(s.state, 'unknown') AS state, coalesce(s.reason, 'Not judged yet') AS reason,
                   coalesce(s.source, 'none') AS source, coalesce(t.due_on, n.due_on) AS "dueOn"
            FROM playbook.gate_criterion gc
            JOIN playbook.node n ON n.id = gc.node_id AND n.removed_at IS NULL
            LEFT JOIN playbook.target t ON t.node_id = n.id AND t.removed_at IS NULL
            LEFT JOIN playbook.criterion_status s ON s.node_id = n.id
            WHERE gc.gate_id IN ${gateIds} AND gc.removed_at IS NULL
            ORDER BY n.position`,
      );

/** Waivers of gates that were not revoked, expired ones too: they stay visible. */
export const gateWaivers = (db: Db, gateIds: readonly string[]): Promise<WaiverRow[]> =>
  gateIds.length === 0
    ? Promise.resolve([])
    : rows<WaiverRow>(
        db,
        sql`SELECT w.gate_id AS "gateId", w.id AS "waiverId", w.node_id AS "criterionId",
                   coalesce(w.author_id::text, 'cairn') AS author, u.name AS "authorName", w.reason,
                   w.expires_on AS "expiresOn"
            FROM playbook.waiver w LEFT JOIN auth.person u ON u.id = w.author_id
            WHERE w.gate_id IN ${gateIds} AND w.revoked_at IS NULL ORDER BY w.expires_on`,
      );

/** Decides one gate from its rows. `today` is local to the company. */
export function decideGate(
  criteria: readonly GateCriterionRow[],
  waivers: readonly WaiverRow[],
  today: string,
): GateDecision {
  return gateDecision(
    criteria.map(({ nodeId, text, state, reason }) => ({ id: nodeId, title: text, state, reason })),
    waivers.map(({ criterionId, author, reason, expiresOn }) => ({ criterionId, author, reason, expiresOn })),
    today,
  );
}

/** Today as the company's calendar has it. */
export const companyToday = async (context: {
  company(): Promise<{ zone: string }>;
  now: Temporal.Instant;
}): Promise<string> => localDate(context.now, (await context.company()).zone).toString();
