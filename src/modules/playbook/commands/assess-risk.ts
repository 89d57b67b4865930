import { defineCommand } from "#kernel/operation/operation.ts";
import { changeRisk } from "#modules/playbook/commands/change-risk.ts";
import { AssessRisk, RiskStanding } from "#modules/playbook/contract/risks.ts";
import { canTend } from "#modules/playbook/policy.ts";
import { lockRisk } from "#modules/playbook/queries/lock-risk.ts";
import { riskStanding } from "#modules/playbook/rules/risks/risk-standing.ts";

/** Rates a risk: by its owner or an editor. */
export const assessRisk = defineCommand({
  name: "playbook.assess_risk",
  title: "Rate the probability and impact of a risk",
  http: "PUT /playbook/risks/:riskId/assessment",
  access: "playbook:report",
  input: AssessRisk,
  output: RiskStanding,
  load: (tx, { riskId }) => lockRisk(tx, riskId),
  allow: canTend,
  run: async (context, risk) => {
    const { probability, impact, note } = context.input;
    if (probability === risk.probability && impact === risk.impact && !note) return riskStanding(risk);
    const cause = note || `Rated probability ${probability}, impact ${impact}`;
    return riskStanding(
      await changeRisk(context, risk, { change: "assessed", cause, set: { probability, impact } }),
    );
  },
});
