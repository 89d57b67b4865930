import { defineCommand } from "#kernel/operation/operation.ts";
import { changeRisk } from "#modules/playbook/commands/change-risk.ts";
import { ChangeRiskStatus, RiskStanding } from "#modules/playbook/contract/risks.ts";
import { canTend } from "#modules/playbook/policy.ts";
import { lockRisk } from "#modules/playbook/queries/lock-risk.ts";
import { riskStanding } from "#modules/playbook/rules/risks/risk-standing.ts";

const WORDS = { open: "Opened again", happened: "It happened", closed: "Closed" } as const;

/** Says that a risk happened, is closed, or is open again: by its owner or an editor. */
export const changeRiskStatus = defineCommand({
  name: "playbook.change_risk_status",
  title: "Say that a risk happened, is closed, or is open again",
  http: "PUT /playbook/risks/:riskId/status",
  access: "playbook:report",
  input: ChangeRiskStatus,
  output: RiskStanding,
  load: (tx, { riskId }) => lockRisk(tx, riskId),
  allow: canTend,
  run: async (context, risk) => {
    const { status, note } = context.input;
    if (status === risk.status) return riskStanding(risk);
    const cause = `${WORDS[status]}: ${note}`;
    // A risk that is not open is not watched.
    const triggeredAt = status === "open" ? risk.triggeredAt : null;
    return riskStanding(
      await changeRisk(context, risk, { change: "status", cause, set: { status, triggeredAt } }),
    );
  },
});
