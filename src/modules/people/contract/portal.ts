import { z } from "zod";
import { AccountFacts, MemberRole } from "#modules/people/contract/account.ts";
import { line } from "#modules/people/contract/words.ts";

/** An account one belongs to, as its members see it. What is missing may not be changed: `canEdit`, `canInvite`. */
export const MyAccount = AccountFacts.extend({
  accountId: z.uuid(),
  /** Its own billing address, else its owner's. */
  email: z.string().nullable(),
  version: z.int(),
  role: MemberRole,
  canEdit: z.boolean(),
  canInvite: z.boolean(),
  canBuy: z.boolean(),
});

export const MyAccounts = z.object({ items: z.array(MyAccount) });

/** What a customer may change of an account. Its currency stays: what it owes is counted in it. */
export const ChangeMyAccount = AccountFacts.omit({ currency: true })
  .partial()
  .extend({ accountId: z.uuid(), version: z.int().optional() });

export const NewErasureRequest = z.object({
  note: line(1000).default("").describe("Anything we should know"),
});
