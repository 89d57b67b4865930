import { defineCommand } from "#kernel/operation/operation.ts";
import { changeRisk } from "#modules/playbook/commands/change-risk.ts";
import { OwnRisk, RiskStanding } from "#modules/playbook/contract/risks.ts";
import { NodeAssigned } from "#modules/playbook/events/work.ts";
import { canAssign } from "#modules/playbook/policy.ts";
import { lockRisk } from "#modules/playbook/queries/lock-risk.ts";
import { checkStaffMember } from "#modules/playbook/queries/person-name.ts";
import { riskStanding } from "#modules/playbook/rules/risks/risk-standing.ts";

/** Gives a risk to a person, or to nobody. Anybody may take one that nobody owns. Errors: `playbook.assignee_unknown`. */
export const ownRisk = defineCommand({
  name: "playbook.own_risk",
  title: "Say who owns a risk",
  http: "PUT /playbook/risks/:riskId/owner",
  access: "playbook:report",
  input: OwnRisk,
  output: RiskStanding,
  load: (tx, { riskId }) => lockRisk(tx, riskId),
  allow: (actor, risk, { ownerId }) => canAssign(actor, risk, ownerId),
  run: async (context, risk) => {
    const { tx, emit } = context;
    const { ownerId } = context.input;
    if (ownerId === risk.ownerId) return riskStanding(risk);
    if (ownerId) await checkStaffMember(tx, ownerId);
    const cause = ownerId ? "Has an owner now" : "Has no owner any more";
    const after = await changeRisk(context, risk, { change: "owned", cause, set: { ownerId } });
    const { id: nodeId, planId, text } = risk;
    await emit(NodeAssigned, { nodeId, planId, kind: "risk", text, ownerId, was: risk.ownerId });
    return riskStanding(after);
  },
});
