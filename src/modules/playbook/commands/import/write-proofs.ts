import type { Tx } from "#kernel/db/database.ts";
import { createRisks } from "#modules/playbook/commands/create-risks.ts";
import type { NodeRow } from "#modules/playbook/commands/import/node-rows.ts";
import { suggestBindings } from "#modules/playbook/commands/suggest-bindings.ts";

const rating = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** Suggests what could prove new deliverables, and opens new risks. */
export async function writeProofs(
  tx: Tx,
  planId: string,
  nodes: readonly NodeRow[],
  now: Temporal.Instant,
): Promise<void> {
  const deliverables = nodes.filter(({ kind }) => kind === "deliverable");
  await suggestBindings(tx, deliverables, now);
  const risks = nodes
    .filter(({ kind }) => kind === "risk")
    .map(({ id, facts }) => ({ id, probability: rating(facts.probability), impact: rating(facts.impact) }));
  await createRisks(tx, { planId, risks, now });
}
