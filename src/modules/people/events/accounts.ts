import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";
import { AccountKind } from "#modules/people/contract/account.ts";

export const AccountOpened = defineEvent({
  name: "people.account_opened",
  version: 1,
  title: "A customer account was opened",
  payload: z.object({
    accountId: z.uuid(),
    /** Its first owner; null where an import knows no address. */
    personId: z.uuid().nullable(),
    kind: AccountKind,
    source: z.enum(["checkout", "console", "import"]),
  }),
});
