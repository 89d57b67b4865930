import type { ComputedInvoice, ComputedLine, ComputedTax } from "../types.ts";
import { type CreditableLine, creditLines } from "./credit-lines.ts";

type Creditable = CreditableLine & {
  line: Omit<
    ComputedLine,
    "netMinor" | "taxMinor" | "discountMinor" | "amountMinor" | "unitMinor" | "isDiscountable"
  >;
};

const sameTax = (a: ComputedTax, b: ComputedLine["tax"]): boolean =>
  a.jurisdiction === b.jurisdiction && a.code === b.code && a.ratePpm === b.ratePpm;

/** What a credit note of an amount with tax says: parts of the invoice's own lines, under the tax they were sold with. */
export function computeCredit(
  lines: readonly Creditable[],
  amountMinor: number,
  currency: string,
): { computed: ComputedInvoice; positions: number[] } {
  const parts = creditLines(lines, amountMinor);
  const credited: ComputedLine[] = parts.map((part) => {
    const source = lines.find((line) => line.position === part.position) as Creditable;
    return {
      ...source.line,
      quantity: 1,
      unitMinor: part.netMinor,
      amountMinor: part.netMinor,
      isDiscountable: false,
      discountMinor: 0,
      netMinor: part.netMinor,
      taxMinor: part.taxMinor,
    };
  });
  const taxes: ComputedTax[] = [];
  for (const line of credited) {
    const known = taxes.find((tax) => sameTax(tax, line.tax));
    if (known) {
      known.netMinor += line.netMinor;
      known.taxMinor += line.taxMinor;
    } else taxes.push({ ...line.tax, netMinor: line.netMinor, taxMinor: line.taxMinor });
  }
  const netMinor = credited.reduce((sum, line) => sum + line.netMinor, 0);
  const taxMinor = credited.reduce((sum, line) => sum + line.taxMinor, 0);
  return {
    computed: {
      currency,
      lines: credited,
      taxes,
      discountMinor: 0,
      netMinor,
      taxMinor,
      totalMinor: netMinor + taxMinor,
    },
    positions: parts.map((part) => part.position),
  };
}
