import { defineModule } from "#kernel/module.ts";
import { permissions } from "#modules/playbook/permissions.ts";
import { planPart } from "#modules/playbook/plan-part.ts";

export const playbookModule = defineModule({
  name: "playbook",
  title: "Plan",
  permissions,
  operations: [...planPart.operations],
  events: [...planPart.events],
  jobs: [...planPart.jobs],
  metrics: [...planPart.metrics],
});
