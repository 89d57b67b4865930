import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { readRating } from "#modules/playbook/rules/risks/read-rating.ts";

/** A risk that an import brought; ratings as the plan writes them. */
export interface NewRisk {
  id: string;
  probability?: string | null;
  impact?: string | null;
}

/** Opens imported risks, unowned, rated where the plan says 1 to 5 or low, medium, high. Risks known already stay. */
export async function createRisks(
  tx: Tx,
  { planId, risks, now }: { planId: string; risks: readonly NewRisk[]; now: Temporal.Instant },
): Promise<void> {
  const rated = risks.map(({ id, probability, impact }) => ({
    id,
    probability: readRating(probability),
    impact: readRating(impact),
  }));
  await tx.execute(
    sql`INSERT INTO playbook.risk (node_id, plan_id, probability, impact, updated_at)
        SELECT id, ${planId}::uuid, probability, impact, ${now.toString()}::timestamptz
        FROM jsonb_to_recordset(${JSON.stringify(rated)}::jsonb) AS j (id uuid, probability int, impact int)
        ON CONFLICT (node_id) DO NOTHING`,
  );
}
