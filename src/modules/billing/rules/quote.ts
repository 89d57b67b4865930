import type { Quote } from "#modules/billing/contract/quote.ts";
import type { ComputedInvoice } from "./types.ts";

/** A computed invoice as people are shown it before it is one. */
export const toQuote = (computed: ComputedInvoice, includesTax: boolean): Quote => ({
  currency: computed.currency,
  includesTax,
  lines: computed.lines.map((line) => ({
    description: line.description,
    quantity: line.quantity,
    unitMinor: line.unitMinor,
    amountMinor: line.amountMinor,
    discountMinor: line.discountMinor,
    netMinor: line.netMinor,
    taxMinor: line.taxMinor,
    periodStartsOn: line.periodStartsOn,
    periodEndsOn: line.periodEndsOn,
  })),
  taxes: computed.taxes,
  discountMinor: computed.discountMinor,
  netMinor: computed.netMinor,
  taxMinor: computed.taxMinor,
  totalMinor: computed.totalMinor,
});
