import { z } from "zod";
import { AccountFacts, AccountKind } from "#modules/people/contract/account.ts";
import { Country, Email, InstantText, line } from "#modules/people/contract/words.ts";

/** `customer`: by something bought that stands now. `former`: was one. `none`: never bought, or not paid yet. */
export const Standing = z.enum(["customer", "former", "none"]);
export type Standing = z.output<typeof Standing>;

export const AccountSort = z.enum(["name", "-name", "createdAt", "-createdAt"]);

export const ListAccounts = z.object({
  text: z
    .string()
    .max(200)
    .optional()
    .describe("Part of a name, an address, a tax id or another system's id"),
  kind: AccountKind.optional(),
  country: Country.optional(),
  standing: Standing.optional(),
  sort: AccountSort.default("-createdAt"),
  limit: z.number().int().min(1).max(500).default(50),
  cursor: z.string().max(600).optional(),
});

export const AccountSummary = AccountFacts.extend({
  accountId: z.uuid(),
  externalId: z.string().nullable(),
  /** Its own billing address, else its owner's. */
  email: z.string().nullable(),
  standing: Standing,
  /** When it first became a customer. */
  customerSince: InstantText.nullable(),
  members: z.int(),
  createdAt: InstantText,
});

export const AccountPage = z.object({
  items: z.array(AccountSummary),
  nextCursor: z.string().nullable(),
  total: z.int().describe("Of the whole list, at most 10,000 counted"),
});

export const OneAccount = z.object({ accountId: z.uuid() });

/** An account as its page shows it. */
export const AccountDetail = AccountSummary.extend({
  version: z.int(),
  updatedAt: InstantText,
  seatLimit: z.int().nullable(),
  /** The account this one is part of now. */
  mergedInto: z.object({ accountId: z.uuid(), name: z.string() }).nullable(),
  /** What makes it a customer, newest first. */
  standings: z.array(
    z.object({
      sourceKind: z.string(),
      sourceId: z.uuid(),
      fromAt: InstantText,
      untilAt: InstantText.nullable(),
    }),
  ),
});

export const NewAccount = AccountFacts.extend({
  externalId: line(100).min(1).optional(),
  ownerEmail: Email.optional().describe("Of its first owner; somebody new is added without being told"),
  ownerName: line(120).min(1).optional(),
});

export const ChangeAccount = AccountFacts.partial().extend({
  accountId: z.uuid(),
  version: z.int().optional().describe("As read; the change is refused when somebody else was quicker"),
});

export const ChangedAccount = z.object({ accountId: z.uuid(), version: z.int() });

export const AccountCards = z.object({
  cards: z.array(
    z.object({
      title: z.string(),
      rows: z.array(z.object({ label: z.string(), value: z.string(), href: z.string().optional() })),
    }),
  ),
  /** Titles of cards that could not be read now. */
  failed: z.array(z.string()),
});

export const AccountTimeline = z.object({
  items: z.array(
    z.object({
      eventId: z.uuid(),
      at: InstantText,
      text: z.string(),
      href: z.string().nullable(),
      /** Who did it; null for the house itself and for strangers. */
      by: z.string().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
