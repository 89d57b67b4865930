import { defineModule } from "#kernel/module.ts";

export const staffModule = defineModule({
  name: "staff",
  title: "Staff",
  permissions: {},
  operations: [],
});
