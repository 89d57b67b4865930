import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";

/** A phase in the order of the plan; `open` once the gate before it was opened (the first always is). */
export interface PhaseRow {
  id: string;
  title: string;
  number: number;
  startsOn: string | null;
  endsOn: string | null;
  gateId: string | null;
  gateOpenedAt: string | null;
}

export const listPhases = (db: Db, planId: string): Promise<PhaseRow[]> =>
  rows<PhaseRow>(
    db,
    sql`SELECT n.id, n.text AS title, row_number() OVER (ORDER BY n.position)::int AS number, n.starts_on AS "startsOn",
               n.ends_on AS "endsOn", g.id AS "gateId", g.opened_at AS "gateOpenedAt"
        FROM playbook.node n LEFT JOIN playbook.gate g ON g.phase_id = n.id
        WHERE n.plan_id = ${planId} AND n.kind = 'phase' AND n.removed_at IS NULL ORDER BY n.position`,
  );

/** The phase the company is in: the first whose own gate is still closed; the last when all are open. */
export const currentPhase = (phases: readonly PhaseRow[]): PhaseRow | undefined =>
  phases.find(({ gateOpenedAt }) => gateOpenedAt === null) ?? phases.at(-1);
