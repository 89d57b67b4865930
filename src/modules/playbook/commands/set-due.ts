import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { DueSet, SetDue } from "#modules/playbook/contract/work.ts";
import { DueChanged } from "#modules/playbook/events/work.ts";
import { lockNode } from "#modules/playbook/queries/lock-node.ts";

/** Puts the due date of a deliverable on another day, with the reason. */
export const setDue = defineCommand({
  name: "playbook.set_due",
  title: "Change when a deliverable is due",
  http: "PUT /playbook/deliverables/:deliverableId/due",
  access: "playbook:edit",
  input: SetDue,
  output: DueSet,
  load: (tx, { deliverableId }) => lockNode(tx, deliverableId, "deliverable"),
  run: async ({ tx, input, emit }, node) => {
    const { deliverableId, reason } = input;
    const row = await firstRow<{ dueOn: string | null }>(
      tx,
      sql`UPDATE playbook.node n SET due_on = coalesce(${input.dueOn}::date,
            (SELECT w.ends_on - 1 FROM playbook.node w WHERE w.id = n.work_package_id))
          WHERE n.id = ${deliverableId} RETURNING due_on AS "dueOn"`,
    );
    const dueOn = row?.dueOn ?? null;
    const { planId, text, dueOn: was } = node;
    if (dueOn !== was) await emit(DueChanged, { nodeId: deliverableId, planId, text, dueOn, was, reason });
    return { deliverableId, dueOn };
  },
});
