import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { EvidenceRegistry } from "#kernel/evidence/registry.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { judgeOne } from "#modules/playbook/commands/judge-one.ts";
import { BindEvidence, BoundEvidence } from "#modules/playbook/contract/evidence.ts";
import { EvidenceBound } from "#modules/playbook/events/evidence.ts";
import { BROUGHT_KINDS } from "#modules/playbook/evidence.ts";
import { lockPlanDeliverables } from "#modules/playbook/queries/lock-deliverables.ts";

interface Wish {
  kind: string;
  filter: Record<string, unknown>;
  deliverableId: string;
}

/** The filter as the kind's module keeps it. Errors: `playbook.evidence_kind_unknown`, `playbook.evidence_filter_invalid`. */
function checkFilter(registry: EvidenceRegistry, { kind, filter, deliverableId }: Wish): unknown {
  const definition = registry.find(kind);
  if (!definition)
    throw refuse(
      "invalid",
      "playbook.evidence_kind_unknown",
      `Nothing here can show ${kind} yet. Bring a file, a link or a note instead.`,
    );
  const asked = BROUGHT_KINDS.some((own) => own === kind) ? { deliverableId } : filter;
  const parsed = definition.filter.safeParse(asked);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({
    path: ["filter", ...path].join("."),
    message,
  }));
  throw refuse(
    "invalid",
    "playbook.evidence_filter_invalid",
    `${definition.title} cannot be asked for in this way.`,
    {
      issues,
    },
  );
}

/**
 * Asks for evidence before a deliverable counts as proved. Confirms a suggestion of the same kind and filter; asked
 * again, it changes the number. Errors: `playbook.evidence_kind_unknown`, `playbook.evidence_filter_invalid`.
 */
export const bindEvidence = defineCommand({
  name: "playbook.bind_evidence",
  title: "Ask for evidence of a deliverable",
  http: "POST /playbook/deliverables/:deliverableId/bindings",
  access: "playbook:edit",
  input: BindEvidence,
  output: BoundEvidence,
  load: (tx, { deliverableId }) => lockPlanDeliverables(tx, [deliverableId]),
  run: async (context, { planId }) => {
    const { tx, input, now, actor, emit, evidence } = context;
    const { deliverableId, kind, minCount } = input;
    const filter = JSON.stringify(checkFilter(evidence, input));
    const bound = await firstRow<{ id: string }>(
      tx,
      sql`INSERT INTO playbook.evidence_binding (id, deliverable_id, kind, filter, min_count, created_at, created_by)
          VALUES (${newId()}, ${deliverableId}, ${kind}, ${filter}::jsonb, ${minCount}, ${now.toString()},
                  ${actorPersonId(actor)})
          ON CONFLICT (deliverable_id, kind, filter) WHERE removed_at IS NULL
          DO UPDATE SET min_count = excluded.min_count, suggested = false, brought = false
          RETURNING id`,
    );
    if (!bound) throw new Error("A binding was written and is not there");
    await emit(EvidenceBound, { bindingId: bound.id, deliverableId, kind, minCount });
    return { bindingId: bound.id, ...(await judgeOne(context, planId, deliverableId)) };
  },
});
