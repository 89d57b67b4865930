import { defineCommand } from "#kernel/operation/operation.ts";
import { changeRisk } from "#modules/playbook/commands/change-risk.ts";
import { RespondToRisk, RiskStanding } from "#modules/playbook/contract/risks.ts";
import { canTend } from "#modules/playbook/policy.ts";
import { lockRisk } from "#modules/playbook/queries/lock-risk.ts";
import { riskStanding } from "#modules/playbook/rules/risks/risk-standing.ts";

const WORDS = {
  avoid: "We avoid it",
  reduce: "We reduce it",
  transfer: "We let others carry it",
  accept: "We accept it",
} as const;

/** Says what is done about a risk: by its owner or an editor. */
export const respondToRisk = defineCommand({
  name: "playbook.respond_to_risk",
  title: "Say what is done about a risk",
  http: "PUT /playbook/risks/:riskId/response",
  access: "playbook:report",
  input: RespondToRisk,
  output: RiskStanding,
  load: (tx, { riskId }) => lockRisk(tx, riskId),
  allow: canTend,
  run: async (context, risk) => {
    const { kind, text } = context.input;
    const set = { responseKind: kind, response: text };
    const cause = `${WORDS[kind]}: ${text}`;
    return riskStanding(await changeRisk(context, risk, { change: "responded", cause, set }));
  },
});
