import { defineModule } from "#kernel/module.ts";

export const playbookModule = defineModule({
  name: "playbook",
  title: "Plan",
  permissions: {},
  operations: [],
});
