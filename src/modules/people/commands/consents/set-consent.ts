import { z } from "zod";
import { defineCommand } from "#kernel/operation/operation.ts";
import { personExists } from "#modules/people/accounts/person-exists.ts";
import { SetConsent } from "#modules/people/contract/consents.ts";
import { recordConsent } from "#modules/people/consents/record-consent.ts";

const Input = SetConsent.extend({ personId: z.uuid() });

/** Writes down what a customer said by letter or on the telephone. Errors: `people.purpose_unknown`, `people.person_unknown`. */
export const setConsent = defineCommand({
  name: "people.set_consent",
  title: "Write down what a customer agreed to",
  http: "PUT /customers/people/:personId/consents/:purpose",
  access: "people:edit",
  confirm: true,
  input: Input,
  output: Input,
  load: (tx, { personId }) => personExists(tx, personId),
  run: async (context) => {
    await recordConsent(context, { ...context.input, source: "console" });
    return context.input;
  },
});
