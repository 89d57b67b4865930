import { localDate } from "#kernel/clock.ts";
import { sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { Deliverable, GetDeliverable } from "#modules/playbook/contract/evidence.ts";
import { deliverablesToJudge } from "#modules/playbook/queries/bindings.ts";
import { type DeliverableRow, getDeliverableRow } from "#modules/playbook/queries/deliverable.ts";
import { evidenceItems } from "#modules/playbook/queries/evidence-items.ts";
import { type BindingWithEvidence, foundEvidence } from "#modules/playbook/queries/found-evidence.ts";
import { isSatisfied } from "#modules/playbook/rules/evidence/judge-proof.ts";
import { judgeCompletion } from "#modules/playbook/rules/targets/judge-completion.ts";

const MOST_ITEMS = 200;

/** How a deliverable stands today, in the words every view uses. */
function judgeRow(row: DeliverableRow, { today, zone }: { today: string; zone: string }) {
  const { state, reason } = judgeCompletion(
    {
      proved: row.proved,
      provedOn: row.provedAt ? localDate(Temporal.Instant.from(row.provedAt), zone).toString() : null,
      reopenedBecause: row.reopenedAt ? row.reason : null,
      due: row.dueOn,
      startOn: row.startsOn,
    },
    today,
  );
  return { state, reason };
}

const shown = (binding: BindingWithEvidence) => ({
  id: binding.id,
  kind: binding.kind,
  title: binding.title,
  filter: binding.filter as Record<string, never>,
  needed: binding.needed,
  found: binding.found,
  satisfied: isSatisfied(binding),
  live: binding.live,
  suggested: binding.suggested,
  brought: binding.brought,
  rows: binding.rows,
});

/** One deliverable: what proves it, who brought it, and when it was proved or reopened. */
export const getDeliverable = defineQuery({
  name: "playbook.get_deliverable",
  title: "Show a deliverable and what proves it",
  http: "GET /playbook/deliverables/:deliverableId",
  access: "playbook:read",
  input: GetDeliverable,
  output: Deliverable,
  load: (db, { deliverableId }) => getDeliverableRow(db, deliverableId),
  run: async ({ db, now, evidence, company }, row) => {
    const { zone } = await company();
    const today = localDate(now, zone).toString();
    const [toJudge] = await deliverablesToJudge(db, { planId: row.planId, deliverableIds: [row.id] });
    const found = await foundEvidence(db, { registry: evidence, asOf: now }, toJudge?.bindings ?? []);
    const items = await evidenceItems(db, {
      where: sql`i.id IN (SELECT item_id FROM playbook.evidence_use WHERE deliverable_id = ${row.id})`,
      limit: MOST_ITEMS,
    });
    return { ...row, ...judgeRow(row, { today, zone }), bindings: [...found.values()].map(shown), items };
  },
});
