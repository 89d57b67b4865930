import { z } from "zod";
import { Currency, Day, Instant, Minor } from "./money.ts";

const page = { cursor: z.string().max(200).optional(), limit: z.number().int().min(1).max(200).default(50) };
const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

// Payments ------------------------------------------------------------------------------------------------------------

/** Money that came. `openMinor`-like sums: `allocatedMinor` went to invoices, `creditMinor` became customer credit. */
export const PaymentSummary = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  accountName: z.string(),
  provider: z.string(),
  providerTitle: z.string(),
  providerRef: z.string(),
  currency: Currency,
  amountMinor: Minor,
  feeMinor: Minor,
  allocatedMinor: Minor,
  creditMinor: Minor,
  refundedMinor: Minor,
  /** `returned`: it had been matched by mistake. */
  status: z.enum(["received", "partly_refunded", "refunded", "disputed", "returned"]),
  receivedAt: Instant,
});
export const ListPayments = z.object({
  text: z.string().max(120).optional(),
  provider: z.string().max(40).optional(),
  accountId: z.uuid().optional(),
  sort: z.enum(["received", "amount"]).default("received"),
  direction: z.enum(["asc", "desc"]).default("desc"),
  ...page,
});
export const PaymentPage = pageOf(PaymentSummary);
export const PaymentRef = z.object({ paymentId: z.uuid() });
export const Payment = PaymentSummary.extend({
  invoices: z.array(z.object({ id: z.uuid(), fullNumber: z.string(), amountMinor: Minor })),
  refunds: z.array(
    z.object({ id: z.uuid(), amountMinor: Minor, status: z.string(), at: Instant, reason: z.string() }),
  ),
  disputes: z.array(
    z.object({
      id: z.uuid(),
      amountMinor: Minor,
      status: z.enum(["open", "won", "lost"]),
      reason: z.string(),
      openedAt: Instant,
    }),
  ),
  /** The bank line it came by. */
  bankLineId: z.uuid().nullable(),
});

export const ProviderTitle = z.object({
  key: z.string(),
  title: z.string(),
  hint: z.string(),
  canCheckout: z.boolean(),
  canSaveMethods: z.boolean(),
  canRefund: z.boolean(),
  /** Where the provider is to post its webhooks; null where it posts none. */
  webhookUrl: z.string().nullable(),
});
export const ProviderList = z.object({ items: z.array(ProviderTitle) });

// Bank statements -------------------------------------------------------------------------------------------------------

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

// What providers told -----------------------------------------------------------------------------------------------------

export const ProviderEventStatus = z.enum(["received", "processed", "ignored", "failed"]);
export const ProviderEventSummary = z.object({
  id: z.uuid(),
  provider: z.string(),
  eventId: z.string(),
  type: z.string(),
  ref: z.string().nullable(),
  source: z.enum(["webhook", "poll"]),
  status: ProviderEventStatus,
  outcome: z.string(),
  /** Word for word; null after 90 days. */
  payload: z.string().nullable(),
  occurredAt: Instant,
  receivedAt: Instant,
  processedAt: Instant.nullable(),
});
export const ListProviderEvents = z.object({
  provider: z.string().max(40).optional(),
  status: ProviderEventStatus.optional(),
  ref: z.string().max(200).optional(),
  ...page,
});
export const ProviderEventPage = pageOf(ProviderEventSummary);
export const ProviderEventRef = z.object({ providerEventId: z.uuid() });
export const ReplayedEvent = ProviderEventRef.extend({ status: z.literal("received") });

// Attempts and saved methods ------------------------------------------------------------------------------------------------

export const AttemptStatus = z.enum([
  "created",
  "unknown",
  "requires_action",
  "pending",
  "failed",
  "abandoned",
  "succeeded",
]);

/** A try to pay. `actionUrl` is where the customer goes on; it comes a moment after the start, so ask again until then. */
export const Attempt = z.object({
  attemptId: z.uuid(),
  invoiceId: z.uuid(),
  provider: z.string(),
  status: AttemptStatus,
  actionUrl: z.string().nullable(),
  failure: z.string().nullable(),
});
export const AttemptRef = z.object({ attemptId: z.uuid() });

/** A page of the customer's own part of the house to come back to. */
const ReturnPath = z
  .string()
  .max(200)
  .regex(/^\/account(\/[\w-]+)*(\?[\w=&-]*)?$/, "must be a page below /account")
  .default("/account");

/**
 * Pays what is open of an invoice with a saved method, or without one on the provider's page. `provider` left out: the
 * first that has a page.
 */
export const PayMyInvoice = z.object({
  invoiceId: z.uuid(),
  provider: z.string().min(1).max(40).optional(),
  paymentMethodId: z.uuid().optional(),
  returnPath: ReturnPath,
});

export const PaymentMethod = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  provider: z.string(),
  label: z.string(),
  expiresOn: Day.nullable(),
  isDefault: z.boolean(),
  createdAt: Instant,
});
export const ListMyPaymentMethods = z.object({ accountId: z.uuid().optional() });
export const PaymentMethodList = z.object({
  items: z.array(PaymentMethod),
  /** Providers a method can be saved at. */
  providers: z.array(z.object({ key: z.string(), title: z.string() })),
});
export const AddMyPaymentMethod = z.object({
  accountId: z.uuid(),
  provider: z.string().min(1).max(40).optional(),
  returnPath: ReturnPath,
});
export const MethodSetupRef = z.object({ setupId: z.uuid() });
/** Saving a method; `actionUrl` as with attempts. */
export const MethodSetup = MethodSetupRef.extend({
  status: z.enum(["created", "requires_action", "succeeded", "failed"]),
  actionUrl: z.string().nullable(),
});
export const PaymentMethodRef = z.object({ paymentMethodId: z.uuid() });

// Sandbox -------------------------------------------------------------------------------------------------------------------

export const SandboxRef = z.object({
  ref: z.string().regex(/^sbx_(pay|set)_[0-9a-f-]{36}$/, "is no sandbox payment"),
});
export const SandboxPayment = SandboxRef.extend({
  kind: z.enum(["payment", "setup"]),
  status: z.string(),
  amountMinor: Minor,
  currency: z.string().nullable(),
  returnUrl: z.string(),
});
/** How a pretended payment goes on; of a setup `script` is what the saved card does later. */
export const DecideSandboxPayment = SandboxRef.extend({
  decision: z.enum(["pay", "decline", "cancel"]),
  script: z.enum(["succeed", "decline", "action", "timeout", "dispute", "amount"]).default("succeed"),
});
