import { z } from "zod";
import { AccountKind, MemberRole } from "#modules/people/contract/account.ts";
import { Consents } from "#modules/people/contract/consents.ts";
import { EmailAddress } from "#modules/people/contract/emails.ts";
import { ErasureRequest } from "#modules/people/contract/erasure.ts";
import { InstantText } from "#modules/people/contract/words.ts";

export const OnePerson = z.object({ personId: z.uuid() });

const Card = z.object({
  title: z.string(),
  rows: z.array(z.object({ label: z.string(), value: z.string(), href: z.string().optional() })),
});

/** A human behind accounts, as their page shows them. */
export const PersonDetail = z.object({
  personId: z.uuid(),
  name: z.string(),
  /** Works for the company as well. */
  isStaff: z.boolean(),
  /** Can sign in; not so when erased, merged or shut out. */
  isActive: z.boolean(),
  createdAt: InstantText,
  emails: z.array(EmailAddress),
  accounts: z.array(z.object({ accountId: z.uuid(), name: z.string(), kind: AccountKind, role: MemberRole })),
  consents: Consents,
  erasureRequests: z.array(ErasureRequest),
  cards: z.array(Card),
});
