import type { z } from "zod";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { RiskTrigger } from "#modules/playbook/contract/risks.ts";
import { lockNode } from "#modules/playbook/queries/lock-node.ts";

/** A risk that is held until the end of the transaction. */
export interface LockedRisk {
  id: string;
  planId: string;
  text: string;
  ownerId: string | null;
  probability: number | null;
  impact: number | null;
  response: string | null;
  responseKind: string | null;
  trigger: z.output<typeof RiskTrigger> | null;
  triggeredAt: string | null;
  status: "open" | "happened" | "closed";
}

/** Locks a risk. Errors: `playbook.node_not_found`. */
export async function lockRisk(tx: Tx, riskId: string): Promise<LockedRisk> {
  const { id, planId, text, ownerId } = await lockNode(tx, riskId, "risk");
  const row = await firstRow<Omit<LockedRisk, "id" | "planId" | "text" | "ownerId">>(
    tx,
    sql`SELECT probability, impact, response, response_kind AS "responseKind", trigger,
               triggered_at AS "triggeredAt", status
        FROM playbook.risk WHERE node_id = ${id}`,
  );
  const unrated = { probability: null, impact: null, response: null, responseKind: null };
  return {
    ...(row ?? { ...unrated, trigger: null, triggeredAt: null, status: "open" }),
    id,
    planId,
    text,
    ownerId,
  };
}
