import { defineModule } from "#kernel/module.ts";

export const platformModule = defineModule({
  name: "platform",
  title: "Platform",
  permissions: {},
  operations: [],
});
