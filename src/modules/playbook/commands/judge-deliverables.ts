import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import type { Services } from "#kernel/services.ts";
import { judgeCompletedCriteria } from "#modules/playbook/commands/judge-completed-criteria.ts";
import { DeliverableProved, DeliverableReopened } from "#modules/playbook/events/evidence.ts";
import {
  type DeliverableScope,
  type DeliverableToJudge,
  deliverablesToJudge,
  idList,
} from "#modules/playbook/queries/bindings.ts";
import { type BindingWithEvidence, foundEvidence } from "#modules/playbook/queries/found-evidence.ts";
import { judgeProof } from "#modules/playbook/rules/evidence/judge-proof.ts";
import type { Proof, SeenThing } from "#modules/playbook/rules/evidence/types.ts";

/** What judging needs of a command, a subscriber or an import. */
export type JudgingContext = Services & Pick<CommandContext<unknown>, "tx" | "now" | "emit">;

/** How a deliverable stands now; `was` is null when it was never judged before. */
export interface ProofOutcome {
  deliverableId: string;
  text: string;
  proved: boolean;
  was: boolean | null;
  reason: string;
}

interface Judged extends ProofOutcome {
  deliverable: DeliverableToJudge;
  /** Bindings whose remembered things are out of date. */
  remembered: { id: string; seen: SeenThing[] }[];
  isNews: boolean;
}

const thing = ({ id, label }: SeenThing): SeenThing => ({ id, label });
const sameThings = (a: readonly SeenThing[], b: readonly SeenThing[]): boolean =>
  a.length === b.length &&
  a.every(({ id, label }, index) => id === b[index]?.id && label === b[index]?.label);

function judge(deliverable: DeliverableToJudge, bindings: BindingWithEvidence[], how?: string): Judged {
  const { id, text, proved: was, reopened, reason } = deliverable;
  const before = was === null ? null : { proved: was, reopened, reason };
  const proof: Proof = judgeProof(bindings, before, how);
  const remembered = bindings
    .map((binding) => ({ id: binding.id, seen: binding.rows.map(thing), before: binding.seen }))
    .filter((binding) => !sameThings(binding.seen, binding.before))
    .map((binding) => ({ id: binding.id, seen: binding.seen }));
  const isNews = was !== proof.proved || reason !== proof.reason || remembered.length > 0;
  return { deliverableId: id, text, was, ...proof, deliverable, remembered, isNews };
}

async function judgeAll(context: JudgingContext, scope: DeliverableScope, how?: string): Promise<Judged[]> {
  const { tx, evidence: registry, now } = context;
  const deliverables = await deliverablesToJudge(tx, scope);
  const bindings = deliverables.flatMap((deliverable) => deliverable.bindings);
  const found = await foundEvidence(tx, { registry, asOf: now }, bindings);
  return deliverables.map((deliverable) =>
    judge(
      deliverable,
      deliverable.bindings.flatMap(({ id }) => found.get(id) ?? []),
      how,
    ),
  );
}

/** Holds deliverables until the end of the transaction, always in the same order, so that two judges cannot cross. */
export async function lockDeliverables(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.execute(sql`SELECT 1 FROM playbook.node WHERE id IN ${idList(ids)} ORDER BY id FOR NO KEY UPDATE`);
}

async function store(tx: Tx, news: readonly Judged[], now: string): Promise<void> {
  const statuses = news.map(({ deliverable, proved, was, reason }) => ({
    node_id: deliverable.id,
    plan_id: deliverable.planId,
    proved,
    was: was ?? false,
    reason,
    change_id: newId(),
  }));
  await tx.execute(
    sql`WITH judged AS (
          SELECT * FROM jsonb_to_recordset(${JSON.stringify(statuses)}::jsonb)
            AS j (node_id uuid, plan_id uuid, proved boolean, was boolean, reason text, change_id uuid)),
        changed AS (
          INSERT INTO playbook.proof_change (id, node_id, at, proved, reason)
          SELECT change_id, node_id, ${now}, proved, reason FROM judged WHERE proved <> was)
        INSERT INTO playbook.deliverable_status AS s (node_id, plan_id, proved, proved_at, reason, checked_at)
        SELECT node_id, plan_id, proved, CASE WHEN proved THEN ${now}::timestamptz END, reason, ${now} FROM judged
        ON CONFLICT (node_id) DO UPDATE SET proved = excluded.proved, reason = excluded.reason,
          checked_at = excluded.checked_at,
          proved_at = CASE WHEN excluded.proved AND NOT s.proved THEN excluded.proved_at ELSE s.proved_at END,
          reopened_at = CASE WHEN excluded.proved THEN NULL WHEN s.proved THEN excluded.checked_at
                             ELSE s.reopened_at END`,
  );
  const remembered = news.flatMap((judged) => judged.remembered);
  await tx.execute(
    sql`UPDATE playbook.evidence_binding b SET seen = j.seen
        FROM jsonb_to_recordset(${JSON.stringify(remembered)}::jsonb) AS j (id uuid, seen jsonb) WHERE b.id = j.id`,
  );
}

const outcome = ({ deliverableId, text, proved, was, reason }: Judged): ProofOutcome => ({
  deliverableId,
  text,
  proved,
  was,
  reason,
});

/**
 * Judges deliverables anew and keeps what changed, with its facts and the criteria that wait for them. First looks
 * without locking, then locks and looks again at those alone that changed: the last of two judges at once sees
 * the other's work. `how` says how things left, such as "was unpublished". Returns all that were looked at.
 */
export async function judgeDeliverables(
  context: JudgingContext,
  scope: DeliverableScope,
  how?: string,
): Promise<ProofOutcome[]> {
  const looked = await judgeAll(context, scope, how);
  const suspects = looked.filter(({ isNews }) => isNews).map(({ deliverableId }) => deliverableId);
  if (suspects.length === 0) return looked.map(outcome);
  const { tx, now, emit } = context;
  await lockDeliverables(tx, suspects);
  const judged = await judgeAll(context, { planId: scope.planId, deliverableIds: suspects }, how);
  const news = judged.filter(({ isNews }) => isNews);
  await store(tx, news, now.toString());
  for (const { deliverableId, deliverable, text, reason, proved, was } of news)
    if (proved !== (was ?? false))
      await emit(proved ? DeliverableProved : DeliverableReopened, {
        deliverableId,
        planId: deliverable.planId,
        text,
        reason,
      });
  const turned = news.filter(({ proved, was }) => proved !== was).map(({ deliverableId }) => deliverableId);
  await judgeCompletedCriteria(context, scope.planId, turned);
  const latest = new Map(judged.map((each) => [each.deliverableId, each]));
  return looked.map((each) => outcome(latest.get(each.deliverableId) ?? each));
}
