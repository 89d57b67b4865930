import { defineModule } from "#kernel/module.ts";
import { evidencePart } from "#modules/playbook/evidence-part.ts";
import { playbookNav } from "#modules/playbook/nav.ts";
import { permissions } from "#modules/playbook/permissions.ts";
import { planPart } from "#modules/playbook/plan-part.ts";
import { risksPart } from "#modules/playbook/risks-part.ts";

/** The plan and what answers for it. */
export const playbookModule = defineModule({
  name: "playbook",
  title: "Plan",
  permissions,
  operations: [...planPart.operations, ...evidencePart.operations, ...risksPart.operations],
  events: [...planPart.events, ...evidencePart.events, ...risksPart.events],
  subscribers: [...evidencePart.subscribers, ...risksPart.subscribers],
  jobs: [...planPart.jobs, ...evidencePart.jobs, ...risksPart.jobs],
  metrics: [...planPart.metrics],
  evidence: [...evidencePart.evidence],
  personalData: [...evidencePart.personalData, ...risksPart.personalData],
  nav: playbookNav,
});
