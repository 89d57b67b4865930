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

const standing = z.object({
  accountId,
  /** What makes it a customer, such as `subscription`, and the very one. */
  sourceKind: z.string(),
  sourceId: z.uuid(),
});

/** Something that was bought makes an account a customer from now on. */
export const CustomerGained = defineEvent({
  name: "people.customer_gained",
  version: 1,
  title: "An account became a customer by what it bought",
  payload: standing,
});

/** What was bought makes an account a customer no longer; something else may. */
export const CustomerLost = defineEvent({
  name: "people.customer_lost",
  version: 1,
  title: "What an account bought no longer makes it a customer",
  payload: standing,
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
