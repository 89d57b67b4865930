import { z } from "zod";
import { Buyer } from "./buyer.ts";
import { Currency, Day, Instant, Minor } from "./money.ts";
import { QuoteLine, QuoteTax } from "./quote.ts";

export const InvoiceStatus = z.enum(["draft", "open", "paid", "void", "uncollectible"]);

/** `openMinor` is what is left to pay. Of a credit note amounts are what is given back. */
export const InvoiceSummary = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  accountName: z.string(),
  kind: z.enum(["invoice", "credit_note"]),
  fullNumber: z.string(),
  status: InvoiceStatus,
  isOverdue: z.boolean(),
  currency: Currency,
  netMinor: Minor,
  taxMinor: Minor,
  totalMinor: Minor,
  openMinor: Minor,
  issuedOn: Day,
  dueOn: Day,
});

export const Invoice = InvoiceSummary.extend({
  issuedAt: Instant,
  paidAt: Instant.nullable(),
  creditedMinor: Minor,
  discountMinor: Minor,
  note: z.string(),
  paymentReference: z.string().nullable(),
  customer: Buyer.extend({ locale: z.string() }),
  lines: z.array(QuoteLine.omit({ amountMinor: true })),
  taxes: z.array(QuoteTax),
  corrects: z.object({ id: z.uuid(), fullNumber: z.string() }).nullable(),
  creditNotes: z.array(z.object({ id: z.uuid(), fullNumber: z.string(), totalMinor: Minor, issuedOn: Day })),
  payments: z.array(
    z.object({
      source: z.enum(["payment", "credit"]),
      provider: z.string().nullable(),
      amountMinor: Minor,
      at: Instant,
    }),
  ),
  refunds: z.array(
    z.object({
      id: z.uuid(),
      amountMinor: Minor,
      status: z.enum(["created", "pending", "succeeded", "failed", "unknown"]),
      at: Instant,
      reason: z.string(),
    }),
  ),
  refundableMinor: Minor,
});

export const InvoiceRef = z.object({ invoiceId: z.uuid() });

export const ListInvoices = z.object({
  text: z.string().max(120).optional(),
  status: z.enum(["open", "overdue", "paid", "void", "uncollectible"]).optional(),
  kind: z.enum(["invoice", "credit_note"]).optional(),
  accountId: z.uuid().optional(),
  sort: z.enum(["issued", "due", "total"]).default("issued"),
  direction: z.enum(["asc", "desc"]).default("desc"),
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export const InvoicePage = z.object({ items: z.array(InvoiceSummary), nextCursor: z.string().nullable() });

export const ListMyInvoices = z.object({
  accountId: z.uuid().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});

/** An invoice for work, such as consulting. Amounts without tax. */
export const DraftInvoice = z.object({
  accountId: z.uuid(),
  currency: Currency,
  dueInDays: z.number().int().min(0).max(120).default(14),
  note: z.string().trim().max(1000).default(""),
  lines: z
    .array(
      z.object({
        description: z.string().trim().min(1).max(300),
        quantity: z.number().positive().max(1_000_000),
        unitMinor: Minor.min(0).max(1_000_000_000_00),
        taxCategory: z.string().min(1).max(40).default("consulting"),
      }),
    )
    .min(1)
    .max(100),
});
export const IssuedRef = z.object({ invoiceId: z.uuid(), fullNumber: z.string(), totalMinor: Minor });

export const VoidInvoice = InvoiceRef.extend({ reason: z.string().trim().min(1).max(300) });

/** Gives money of a paid invoice back: all that is left of it, or `amountMinor` with tax. */
export const RefundInvoice = InvoiceRef.extend({
  amountMinor: Minor.min(1).nullable().default(null),
  reason: z.string().trim().min(1).max(300),
  /** False: the money stays with the company as the customer's credit. */
  payOut: z.boolean().default(true),
});
export const RefundOutcome = z.object({
  creditNoteId: z.uuid(),
  creditNoteNumber: z.string(),
  amountMinor: Minor,
  refundIds: z.array(z.uuid()),
  accessEnded: z.boolean(),
});

/** Records money that came outside of any provider: cash, a cheque, a transfer told by phone. */
export const RecordPayment = InvoiceRef.extend({
  amountMinor: Minor.min(1),
  reference: z.string().trim().min(1).max(120),
  receivedOn: Day,
});
export const RecordedPayment = z.object({ paymentId: z.uuid(), openMinor: Minor, creditMinor: Minor });

/** What became of a refund that a person pays out. */
export const ConfirmRefund = z.object({
  refundId: z.uuid(),
  outcome: z.enum(["paid", "failed"]).default("paid"),
  reference: z.string().trim().max(120).default(""),
});
export const RefundState = z.object({
  status: z.enum(["created", "pending", "succeeded", "failed", "unknown"]),
});
