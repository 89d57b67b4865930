import { z } from "zod";
import { defineQuery } from "#kernel/operation/operation.ts";
import { Consents } from "#modules/people/contract/consents.ts";
import { readConsents } from "#modules/people/queries/consents/read-consents.ts";
import { ownPersonId } from "#modules/people/own-person.ts";

/** What one agreed to, and everything one ever said to it. */
export const listMyConsents = defineQuery({
  name: "people.list_my_consents",
  title: "List what I agreed to",
  http: "GET /account/consents",
  access: "customer",
  input: z.object({}),
  output: Consents,
  run: async ({ db, actor, now }) => readConsents(db, { personId: ownPersonId(actor), now }),
});
