import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { EvidenceKinds } from "#modules/playbook/contract/evidence.ts";
import { findActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { titleOfKind } from "#modules/playbook/queries/found-evidence.ts";

/** Kinds of evidence that modules show now, and those that bindings wait for. */
export const listEvidenceKinds = defineQuery({
  name: "playbook.list_evidence_kinds",
  title: "List what a deliverable can be proved by",
  http: "GET /playbook/evidence-kinds",
  access: "playbook:read",
  input: z.object({}),
  output: EvidenceKinds,
  run: async ({ db, evidence }) => {
    const plan = await findActivePlan(db);
    const counted = await rows<{ kind: string; bindings: number }>(
      db,
      sql`SELECT b.kind, count(*)::int AS bindings FROM playbook.evidence_binding b
          JOIN playbook.node n ON n.id = b.deliverable_id AND n.removed_at IS NULL
          WHERE n.plan_id = ${plan?.id ?? null} AND b.removed_at IS NULL GROUP BY b.kind ORDER BY b.kind`,
    );
    const bindings = new Map(counted.map((row) => [row.kind, row.bindings]));
    const live = evidence.list().map(({ kind, title, filter }) => ({
      kind,
      title,
      live: true,
      bindings: bindings.get(kind) ?? 0,
      filterSchema: z.toJSONSchema(filter, { io: "input", unrepresentable: "any" }) as z.core.util.JSONType,
    }));
    const waiting = counted
      .filter(({ kind }) => !evidence.find(kind))
      .map(({ kind, bindings: count }) => ({
        kind,
        title: titleOfKind(kind),
        live: false,
        bindings: count,
        filterSchema: null,
      }));
    return { kinds: [...live, ...waiting] };
  },
});
