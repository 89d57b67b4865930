import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";
import { AccountKind } from "#modules/people/contract/account.ts";

const accountId = z.uuid();

export const AccountOpened = defineEvent({
  name: "people.account_opened",
  version: 1,
  title: "A customer account was opened",
  payload: z.object({
    accountId,
    /** Its first owner; null where an import knows no address. */
    personId: z.uuid().nullable(),
    kind: AccountKind,
    source: z.enum(["checkout", "console", "import"]),
  }),
});

export const AccountChanged = defineEvent({
  name: "people.account_changed",
  version: 1,
  title: "A customer's data were changed",
  payload: z.object({
    accountId,
    /** Names of the fields, without what they hold. */
    fields: z.array(z.string()),
    by: z.enum(["customer", "staff", "import"]),
  }),
});

export const AccountMerged = defineEvent({
  name: "people.account_merged",
  version: 1,
  title: "Two customer accounts became one",
  payload: z.object({ accountId, mergedAccountId: z.uuid(), mergeId: z.uuid() }),
});

export const AccountMergeUndone = defineEvent({
  name: "people.account_merge_undone",
  version: 1,
  title: "Two customer accounts parted again",
  payload: z.object({ accountId, mergedAccountId: z.uuid(), mergeId: z.uuid() }),
});
