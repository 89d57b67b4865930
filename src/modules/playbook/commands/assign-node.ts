import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { AssignedNode, AssignNode } from "#modules/playbook/contract/work.ts";
import { NodeAssigned } from "#modules/playbook/events/work.ts";
import { canAssign } from "#modules/playbook/policy.ts";
import { lockNode } from "#modules/playbook/queries/lock-node.ts";
import { checkStaffMember, findPerson } from "#modules/playbook/queries/person-name.ts";

const OWNED = [
  "deliverable",
  "workPackage",
  "activity",
  "criterion",
  "kpi",
  "milestone",
  "mitigation",
  "period",
  "phase",
];

/**
 * Gives a part of the plan to a person, or to nobody; risks have their own operation. Anybody may take what nobody
 * owns. Errors: `playbook.assignee_unknown`.
 */
export const assignNode = defineCommand({
  name: "playbook.assign_node",
  title: "Say who owns a part of the plan",
  http: "PUT /playbook/nodes/:nodeId/owner",
  access: "playbook:report",
  input: AssignNode,
  output: AssignedNode,
  load: (tx, { nodeId }) => lockNode(tx, nodeId, ...OWNED),
  allow: (actor, node, { ownerId }) => canAssign(actor, node, ownerId),
  run: async ({ tx, input, emit }, node) => {
    const { nodeId, ownerId } = input;
    if (ownerId !== node.ownerId) {
      if (ownerId) await checkStaffMember(tx, ownerId);
      await tx.execute(sql`UPDATE playbook.node SET owner_id = ${ownerId} WHERE id = ${nodeId}`);
      const { planId, kind, text, ownerId: was } = node;
      await emit(NodeAssigned, { nodeId, planId, kind, text, ownerId, was });
    }
    return { nodeId, owner: await findPerson(tx, ownerId) };
  },
});
