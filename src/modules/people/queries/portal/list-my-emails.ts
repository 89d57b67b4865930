import { z } from "zod";
import { defineQuery } from "#kernel/operation/operation.ts";
import { EmailAddress } from "#modules/people/contract/emails.ts";
import { isOneself } from "#modules/people/policy.ts";
import { readEmails } from "#modules/people/queries/portal/read-emails.ts";
import { ownPersonId } from "#modules/people/own-person.ts";

/** One's own e-mail addresses, the one to sign in with first. */
export const listMyEmails = defineQuery({
  name: "people.list_my_emails",
  title: "List my e-mail addresses",
  http: "GET /account/emails",
  access: "signed_in",
  input: z.object({}),
  output: z.object({ items: z.array(EmailAddress) }),
  allow: isOneself,
  run: async ({ db, actor }) => ({ items: await readEmails(db, ownPersonId(actor)) }),
});
