import { defineModule } from "#kernel/module.ts";
import { permissions } from "#modules/people/permissions.ts";

/** Customers: people, the accounts they belong to, what they agreed to. */
export const peopleModule = defineModule({
  name: "people",
  title: "Customers",
  permissions,
  operations: [],
});
