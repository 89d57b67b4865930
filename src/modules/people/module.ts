import { defineModule } from "#kernel/module.ts";
import * as accountEvents from "#modules/people/events/accounts.ts";
import { currentMemberships } from "#modules/people/memberships/current-memberships.ts";
import { permissions } from "#modules/people/permissions.ts";

/** Customers: people, the accounts they belong to, what they agreed to. */
export const peopleModule = defineModule({
  name: "people",
  title: "Customers",
  permissions,
  operations: [],
  events: Object.values(accountEvents),
  memberships: currentMemberships,
});
