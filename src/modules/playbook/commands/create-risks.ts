import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import type { MetricBound } from "#modules/playbook/rules/import/types.ts";
import { readRating } from "#modules/playbook/rules/risks/read-rating.ts";

/** A risk that an import brought; ratings as the plan writes them. */
export interface NewRisk {
  id: string;
  probability?: string | null;
  impact?: string | null;
  /** What the plan says is done about it. */
  response?: string | null;
  /** A level of a metric that shows that it comes true. */
  trigger?: MetricBound | null;
  /** Whether the plan says that it is over. */
  closed?: boolean;
}

/** A level that is passed makes a risk very likely; how bad it would be stays as it was judged. */
const RAISE_TO = { probability: 5 };

/**
 * Opens imported risks, unowned, rated where the plan says 1 to 5 or low, medium, high, with the response and the
 * trigger that the plan states. Risks known already stay.
 */
export async function createRisks(
  tx: Tx,
  { planId, risks, now }: { planId: string; risks: readonly NewRisk[]; now: Temporal.Instant },
): Promise<void> {
  const rated = risks.map(({ id, probability, impact, response, trigger, closed }) => ({
    id,
    probability: readRating(probability),
    impact: readRating(impact),
    response: response ?? null,
    response_kind: response ? "reduce" : null,
    trigger: trigger ? { ...trigger, raiseTo: RAISE_TO } : null,
    status: closed ? "closed" : "open",
  }));
  await tx.execute(
    sql`INSERT INTO playbook.risk (node_id, plan_id, probability, impact, response, response_kind, trigger, status,
          updated_at)
        SELECT id, ${planId}::uuid, probability, impact, response, response_kind, nullif(trigger, 'null'::jsonb), status,
               ${now.toString()}::timestamptz
        FROM jsonb_to_recordset(${JSON.stringify(rated)}::jsonb) AS j (id uuid, probability int, impact int,
          response text, response_kind text, trigger jsonb, status text)
        ON CONFLICT (node_id) DO NOTHING`,
  );
}
