import type { RevenueKind } from "../types.ts";
import type { LedgerAccountCode } from "./accounts.ts";
import { type EarnedLine, earningOfLine } from "./earning-of-line.ts";
import type { Posting } from "./posting.ts";

/** An issued invoice as the books need it. */
export interface BookedInvoice {
  currency: string;
  sourceKind: string;
  totalMinor: number;
  lines: readonly EarnedLine[];
  taxes: readonly { jurisdiction: string; taxMinor: number }[];
}

const REVENUE: Record<RevenueKind, LedgerAccountCode> = {
  subscription: "revenue_subscription",
  course: "revenue_course",
  service: "revenue_service",
  usage: "revenue_usage",
};

/** Where revenue of a kind goes once it is earned. */
export const revenueAccount = (revenue: RevenueKind): LedgerAccountCode => REVENUE[revenue];

/** Receivables against what is earned at once, what is still to be earned, and tax by whom it is owed to. */
export function invoicePostings({
  currency,
  sourceKind,
  totalMinor,
  lines,
  taxes,
}: BookedInvoice): Posting[] {
  return [
    { account: "receivables", currency, amountMinor: totalMinor },
    ...lines.map((line): Posting => {
      const isEarned = earningOfLine(line, sourceKind) === "at_once";
      return {
        account: isEarned ? revenueAccount(line.revenue) : "deferred_revenue",
        currency,
        amountMinor: -line.netMinor,
      };
    }),
    ...taxPostings(taxes, currency),
  ];
}

const taxPostings = (taxes: BookedInvoice["taxes"], currency: string): Posting[] =>
  taxes.map(({ jurisdiction, taxMinor }) => ({
    account: "tax_payable",
    currency,
    amountMinor: -taxMinor,
    jurisdiction,
  }));

/** A credit note's: what is taken back of revenue to come, of revenue earned and of tax, against receivables. */
export function creditNotePostings(
  note: Pick<BookedInvoice, "currency" | "totalMinor" | "taxes">,
  taken: readonly { revenue: RevenueKind; returnedMinor: number; reversedMinor: number }[],
): Posting[] {
  const { currency } = note;
  return [
    ...taken.flatMap(({ revenue, returnedMinor, reversedMinor }): Posting[] => [
      { account: "deferred_revenue", currency, amountMinor: returnedMinor },
      { account: revenueAccount(revenue), currency, amountMinor: reversedMinor },
    ]),
    ...taxPostings(note.taxes, currency).map((tax) => ({ ...tax, amountMinor: -tax.amountMinor })),
    { account: "receivables", currency, amountMinor: -note.totalMinor },
  ];
}
