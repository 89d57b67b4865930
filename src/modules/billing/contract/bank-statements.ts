import { z } from "zod";
import { Currency, Day, Instant, Minor } from "./money.ts";
import { page, pageOf } from "./paging.ts";

/** Largest file, in bytes. Through the API, where a request is at most 8 MB, that of base64: about 6 MB. */
export const MAX_STATEMENT_BYTES = 10_000_000;

/** Columns by their place from 0. */
const Columns = z.array(z.number().int().min(0).max(200)).max(20);

/** How a CSV file is read: which column means what, in which order days are written, which mark divides amounts. */
export const StatementLayout = z.object({
  columns: z.object({
    bookedOn: Columns,
    amount: Columns,
    credit: Columns,
    debit: Columns,
    direction: Columns,
    currency: Columns,
    payerName: Columns,
    payerIban: Columns,
    remittance: Columns,
    bankRef: Columns,
    bankAccount: Columns,
    state: Columns,
  }),
  dateOrder: z.enum(["ymd", "dmy", "mdy"]),
  decimalMark: z.enum([",", "."]),
  /** The file writes money that came in as negative. */
  isInverted: z.boolean(),
});

/** A bank's file, CSV or CAMT.053. `content` is base64. `layout` left out: as such files were read before, else guessed. */
export const StatementFile = z.object({
  fileName: z.string().trim().min(1).max(200),
  content: z.base64(),
  layout: StatementLayout.nullable().default(null),
});

export const LineStatus = z.enum(["new", "matched", "suggested", "unmatched", "ignored"]);
/** An invoice a line is, or may be, for, and whose it is. */
const LineInvoice = z.object({
  id: z.uuid(),
  fullNumber: z.string(),
  openMinor: Minor,
  accountId: z.uuid(),
  customer: z.string(),
});

const lineFacts = {
  bookedOn: Day,
  amountMinor: Minor,
  currency: Currency,
  payerName: z.string(),
  payerIban: z.string().nullable(),
  remittance: z.string(),
  status: LineStatus,
  reason: z.string(),
};

/** What a file would bring. `lines` are the first of those that are new, with what would become of them. */
export const StatementPreview = z.object({
  format: z.enum(["csv", "camt053"]),
  bankAccounts: z.array(z.string()),
  fromOn: Day.nullable(),
  toOn: Day.nullable(),
  lineCount: z.number().int(),
  newCount: z.number().int(),
  /** Announced and not booked: they come with a later file. */
  pendingCount: z.number().int(),
  inMinor: z.array(z.object({ currency: Currency, amountMinor: Minor })),
  /** This very file was imported before. */
  isKnown: z.boolean(),
  warnings: z.array(z.string()),
  csv: z
    .object({ heads: z.array(z.string()), samples: z.array(z.array(z.string())), layout: StatementLayout })
    .nullable(),
  lines: z.array(z.object({ ...lineFacts, invoices: z.array(LineInvoice) })),
});

export const StatementDraftRef = z.object({ draftId: z.uuid() });
export const StatementDraft = StatementDraftRef.extend({
  fileName: z.string(),
  content: z.string(),
  layout: StatementLayout.nullable(),
});
export const UpdateStatementDraft = StatementDraftRef.extend({ layout: StatementLayout });

/** `newCount` lines came in by this import; 0 for a file that was known. They are matched in the background. */
export const ImportedStatement = z.object({
  statementId: z.uuid(),
  isNew: z.boolean(),
  lineCount: z.number().int(),
  newCount: z.number().int(),
});

export const StatementSummary = z.object({
  id: z.uuid(),
  bankAccount: z.string(),
  format: z.enum(["csv", "camt053"]),
  fileName: z.string(),
  fromOn: Day,
  toOn: Day,
  lineCount: z.number().int(),
  newCount: z.number().int(),
  /** Of its new lines: how many wait for a person. */
  openCount: z.number().int(),
  importedAt: Instant,
});
export const ListStatements = z.object(page);
export const StatementPage = pageOf(StatementSummary);

/** A bank line with what it may be for. */
export const BankLine = z.object({
  id: z.uuid(),
  statementId: z.uuid(),
  bankAccount: z.string(),
  ...lineFacts,
  bankRef: z.string().nullable(),
  isReversal: z.boolean(),
  paymentId: z.uuid().nullable(),
  /** Null while it may be several customers', or nobody's. */
  account: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  invoices: z.array(LineInvoice),
  decidedAt: Instant.nullable(),
});
export const ListBankLines = z.object({
  /** Left out: those that wait for a person. */
  status: LineStatus.optional(),
  statementId: z.uuid().optional(),
  text: z.string().max(120).optional(),
  ...page,
});
export const BankLinePage = pageOf(BankLine);
export const BankLineRef = z.object({ bankLineId: z.uuid() });

/** Books a line: to these invoices in this order, or with none to the customer's open ones; what is left is credit. */
export const MatchBankLine = BankLineRef.extend({
  accountId: z.uuid(),
  invoiceIds: z.array(z.uuid()).max(50).default([]),
});
export const MatchedBankLine = z.object({ paymentId: z.uuid(), creditMinor: Minor });
export const IgnoreBankLine = BankLineRef.extend({ reason: z.string().trim().max(300).default("") });
export const BankLineOutcome = z.object({ bankLineId: z.uuid(), status: LineStatus });
