import type { Tx } from "#kernel/db/database.ts";
import { createRisks, type NewRisk } from "#modules/playbook/commands/create-risks.ts";
import type { NodeRow } from "#modules/playbook/commands/import/node-rows.ts";
import { suggestBindings } from "#modules/playbook/commands/suggest-bindings.ts";

/** A deliverable's words with the clause that says what proves it, where there is one. */
const withProof = ({ id, text, facts }: NodeRow) => ({
  id,
  text: facts.proof === undefined ? text : `${text}. Proof: ${facts.proof}`,
});

function riskOf(node: NodeRow, responses: ReadonlyMap<string | null, readonly NodeRow[]>): NewRisk {
  const { probability, impact, triggerOn, state } = node.facts;
  const response = (responses.get(node.id) ?? []).map(({ text }) => text).join("; ");
  return {
    id: node.id,
    probability: probability ?? null,
    impact: impact ?? null,
    response: response || null,
    trigger: triggerOn ?? null,
    closed: state === "done",
  };
}

/** Suggests what could prove new deliverables, and opens new risks with what `all` of the plan says of them. */
export async function writeProofs(
  tx: Tx,
  planId: string,
  nodes: { added: readonly NodeRow[]; all: readonly NodeRow[] },
  now: Temporal.Instant,
): Promise<void> {
  const { added, all } = nodes;
  const deliverables = added.filter(({ kind }) => kind === "deliverable").map((node) => withProof(node));
  await suggestBindings(tx, deliverables, now);
  const responses = Map.groupBy(
    all.filter(({ kind }) => kind === "mitigation"),
    ({ parent_id }) => parent_id,
  );
  const risks = added.filter(({ kind }) => kind === "risk").map((node) => riskOf(node, responses));
  await createRisks(tx, { planId, risks, now });
}
