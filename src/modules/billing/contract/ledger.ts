import { z } from "zod";
import { Currency, Day, Instant, Minor } from "./money.ts";

/** Where the books and the records differ, in minor units of the currency. */
export const LedgerDifference = z.object({
  what: z.string(),
  currency: Currency,
  ledgerMinor: Minor,
  recordsMinor: Minor,
});

/** One check; `compared` is how many things were looked at, `faults` names at most twenty that are wrong. */
export const LedgerCheck = z.object({
  key: z.string(),
  title: z.string(),
  ok: z.boolean(),
  compared: z.number().int(),
  differences: z.array(LedgerDifference),
  faults: z.array(z.string()),
});
export const LedgerVerdict = z.object({ ok: z.boolean(), checks: z.array(LedgerCheck) });

/** How many schedules of revenue one run moves; `more` says whether to run again. */
export const EarnRevenue = z.object({
  limit: z.number().int().min(1).max(5000).default(1000).describe("Schedules to move in this run"),
});
export const EarnedRevenue = z.object({ schedules: z.number().int(), more: z.boolean() });

const LedgerAccountKind = z.enum(["asset", "liability", "income", "expense"]);

export const ListLedgerAccounts = z.object({
  asOf: Day.optional().describe("Balances at the end of this day of the company; today unless given"),
});
/** `amountMinor` has debits positive; `shownMinor` the sign people expect: what is owed and earned is positive too. */
export const LedgerAccounts = z.object({
  asOf: Day,
  accounts: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      kind: LedgerAccountKind,
      balances: z.array(z.object({ currency: Currency, amountMinor: Minor, shownMinor: Minor })),
    }),
  ),
});

export const ListJournals = z.object({
  account: z.string().max(60).optional().describe("Code of an account of the books"),
  kind: z.string().max(60).optional().describe("What happened, such as invoice or payment"),
  accountId: z.uuid().optional().describe("The customer it concerns"),
  text: z.string().trim().max(120).optional().describe("Part of its text or reference"),
  fromOn: Day.optional(),
  untilOn: Day.optional().describe("Exclusive"),
  direction: z.enum(["asc", "desc"]).default("desc"),
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(500).default(50),
});

export const LedgerPosting = z.object({
  account: z.string(),
  name: z.string(),
  currency: Currency,
  amountMinor: Minor,
  jurisdiction: z.string().nullable(),
});

export const Journal = z.object({
  id: z.uuid(),
  ref: z.string(),
  on: Day,
  at: Instant,
  kind: z.string(),
  text: z.string(),
  accountId: z.uuid().nullable(),
  accountName: z.string().nullable(),
  reverses: z.object({ id: z.uuid(), text: z.string() }).nullable(),
  reversedBy: z.object({ id: z.uuid(), text: z.string() }).nullable(),
  /** Where in the console the thing itself is. */
  href: z.string().nullable(),
  postings: z.array(LedgerPosting),
});
export const JournalPage = z.object({ items: z.array(Journal), nextCursor: z.string().nullable() });
export const JournalRef = z.object({ journalId: z.uuid() });

/** One piece of the books as text, to be put together in order. */
export const ExportJournal = z.object({
  format: z.enum(["csv", "ledger"]).default("csv"),
  fromOn: Day.optional(),
  untilOn: Day.optional().describe("Exclusive"),
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(2000).default(500),
});
export const ExportedJournal = z.object({ text: z.string(), nextCursor: z.string().nullable() });
