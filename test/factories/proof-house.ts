import type { z } from "zod";
import type { StaffRole } from "#kernel/actor.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineModule, type Module } from "#kernel/module.ts";
import type { AddedEvidence, BoundEvidence, Deliverable } from "#modules/playbook/contract/evidence.ts";
import { CriterionChanged } from "#modules/playbook/events/plan.ts";
import { evidencePart } from "#modules/playbook/evidence-part.ts";
import { permissions } from "#modules/playbook/permissions.ts";
import { createNode } from "#test/factories/plan.ts";
import { openPlanHouse, type PlanHouse } from "#test/factories/plan-house.ts";

export type AddedOutput = z.output<typeof AddedEvidence>;

/** A plan house in which deliverables are proved; short names for what its tests do again and again. */
export interface ProofHouse extends PlanHouse {
  deliverable(text: string): Promise<string>;
  show(deliverableId: string): Promise<z.output<typeof Deliverable>>;
  addLink(deliverableId: string, url?: string, role?: StaffRole): Promise<AddedOutput>;
  askForPages(deliverableId: string, minCount: number): Promise<z.output<typeof BoundEvidence>>;
  /** "proved" and "reopened", in the order they were published. */
  factsOf(deliverableId: string): Promise<string[]>;
}

const playbook = defineModule({
  name: "playbook",
  title: "Plan",
  permissions,
  ...evidencePart,
  events: [...evidencePart.events, CriterionChanged],
});

/** Opens one, with other modules beside the playbook's evidence. */
export async function openProofHouse(modules: readonly Module[] = []): Promise<ProofHouse> {
  const open = await openPlanHouse({ modules: [playbook, ...modules] });
  const { call, db, plan } = open;
  return {
    ...open,
    deliverable: (text) =>
      createNode(db, {
        planId: plan.planId,
        kind: "deliverable",
        text,
        parentId: plan.workPackageId,
        dueOn: "2027-01-15",
      }),
    show: (deliverableId) => call("playbook.get_deliverable", { deliverableId }, "viewer"),
    addLink: (deliverableId, url = "https://example.com/wiki", role = "support") =>
      call("playbook.add_evidence", { deliverableIds: [deliverableId], kind: "link", url }, role),
    askForPages: (deliverableId, minCount) =>
      call("playbook.bind_evidence", {
        deliverableId,
        kind: "site.page",
        filter: { status: "published" },
        minCount,
      }),
    factsOf: async (deliverableId) => {
      const facts = await rows<{ name: string }>(
        db,
        sql`SELECT name FROM kernel.event WHERE payload->>'deliverableId' = ${deliverableId}
            AND name LIKE 'playbook.deliverable%' ORDER BY seq`,
      );
      return facts.map(({ name }) => name.replace("playbook.deliverable_", ""));
    },
  };
}
