import { defineCommand } from "#kernel/operation/operation.ts";
import { SetConsent } from "#modules/people/contract/consents.ts";
import { recordConsent } from "#modules/people/consents/record-consent.ts";
import { ownPersonId } from "#modules/people/own-person.ts";

/** Agrees to something, or no longer does. Errors: `people.purpose_unknown`. */
export const setMyConsent = defineCommand({
  name: "people.set_my_consent",
  title: "Agree to something, or take that back",
  http: "PUT /account/consents/:purpose",
  access: "customer",
  input: SetConsent,
  output: SetConsent,
  run: async (context) => {
    const { input, actor } = context;
    await recordConsent(context, { ...input, personId: ownPersonId(actor), source: "portal" });
    return input;
  },
});
