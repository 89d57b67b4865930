import { currencyExponent } from "#kernel/money.ts";
import type { InvoiceDocument } from "../types.ts";
import { FACT_RULES } from "./fact-rules.ts";
import type { Ubl } from "./rule.ts";
import { SUM_RULES } from "./sum-rules.ts";
import { toEn16931 } from "./to-en16931.ts";

/** A rule that an invoice breaks. */
export interface BrokenRule {
  code: string;
  says: string;
}

/** The business rules an e-invoice breaks; none when it is sound. No Schematron at hand: these are the rules in code. */
export const brokenRules = (invoice: Ubl): BrokenRule[] =>
  [...FACT_RULES, ...SUM_RULES]
    .filter((rule) => !rule.holds(invoice))
    .map(({ code, says }) => ({ code, says }));

/** Why an invoice cannot be an e-invoice of EN 16931; empty when it can. */
export function whyNoEInvoice(document: InvoiceDocument): BrokenRule[] {
  if (currencyExponent(document.currency) > 2)
    return [
      {
        code: "BR-DEC-01",
        says: `Amounts have two decimals at most, those of ${document.currency} have more`,
      },
    ];
  if (document.lines.length === 0) return [{ code: "BR-16", says: "The invoice has a line" }];
  return brokenRules(toEn16931(document)["ubl:Invoice"]);
}
