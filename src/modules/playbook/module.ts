import { defineModule } from "#kernel/module.ts";
import { permissions } from "#modules/playbook/permissions.ts";

export const playbookModule = defineModule({
  name: "playbook",
  title: "Plan",
  permissions,
  operations: [],
});
