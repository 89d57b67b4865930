import { z } from "zod";
import { defineCommand } from "#kernel/operation/operation.ts";
import { personExists } from "#modules/people/accounts/person-exists.ts";
import { eraseCustomer } from "#modules/people/erasure/erase-customer.ts";

/** Erases a customer's personal data in every module, for good. Errors: `people.person_unknown` and those of `eraseCustomer`. */
export const eraseCustomerPerson = defineCommand({
  name: "people.erase_person",
  title: "Erase a customer's personal data for good",
  http: "DELETE /customers/people/:personId/personal-data",
  access: "people:erase",
  confirm: true,
  input: z.object({ personId: z.uuid() }),
  output: z.object({ personId: z.uuid(), tables: z.int() }),
  load: (tx, { personId }) => personExists(tx, personId),
  run: async (context, person) => ({
    personId: person.personId,
    ...(await eraseCustomer(context, person)),
  }),
});
