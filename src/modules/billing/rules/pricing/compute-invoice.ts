import { allocate, scaleTogether, sumMinor } from "#kernel/money.ts";
import type {
  ComputedInvoice,
  ComputedLine,
  ComputedTax,
  DraftDiscount,
  DraftLine,
  InvoiceDraft,
  TaxTreatment,
} from "../types.ts";

const MILLION = 1_000_000;

const fits = (line: DraftLine, { offerIds }: DraftDiscount): boolean =>
  line.isDiscountable && (offerIds === null || (line.offerId !== null && offerIds.includes(line.offerId)));

/**
 * The part of one discount each line gets, of what earlier discounts left. A percentage is rounded once for all lines,
 * and lowers what is given back on negative lines too: unused time returns at the price that was paid. An amount is
 * capped at what the fitting lines come to together, and lowers positive lines alone.
 */
function discountParts(
  lines: readonly DraftLine[],
  leftMinor: readonly number[],
  discount: DraftDiscount,
): number[] {
  const bases = lines.map((line, index) => (fits(line, discount) ? (leftMinor[index] ?? 0) : 0));
  if (discount.percentPpm !== null) return scaleTogether(bases, discount.percentPpm, MILLION);
  const cap = Math.max(0, sumMinor(bases));
  const amount = Math.min(discount.amountMinor ?? 0, cap);
  return allocate(
    amount,
    bases.map((base) => Math.max(0, base)),
  );
}

function discountLines({ lines, discounts }: InvoiceDraft): number[] {
  let left = lines.map((line) => line.amountMinor);
  for (const discount of discounts) {
    const parts = discountParts(lines, left, discount);
    left = left.map((amount, index) => amount - (parts[index] ?? 0));
  }
  return lines.map((line, index) => line.amountMinor - (left[index] ?? 0));
}

/** Net and tax of amounts that are taxed alike; both are rounded once, on the sum. */
function taxTogether(
  amounts: readonly number[],
  ratePpm: number,
  includesTax: boolean,
): { net: number[]; tax: number[] } {
  if (!includesTax) return { net: [...amounts], tax: scaleTogether(amounts, ratePpm, MILLION) };
  const net = scaleTogether(amounts, MILLION, MILLION + ratePpm);
  return { net, tax: amounts.map((amount, index) => amount - (net[index] ?? 0)) };
}

const groupKey = ({ jurisdiction, code, ratePpm }: TaxTreatment) => `${jurisdiction}|${code}|${ratePpm}`;

const totals = (parts: readonly { netMinor: number; taxMinor: number }[]) => ({
  netMinor: sumMinor(parts.map((part) => part.netMinor)),
  taxMinor: sumMinor(parts.map((part) => part.taxMinor)),
});

/**
 * Computes an invoice to the cent: discounts in their order, then tax per treatment on the sum of its lines
 * (EN 16931, BR-CO-17), with net and tax of each line such that everything adds up. Where prices include tax, the total
 * is the sum of amounts less discounts, net = total ÷ (1 + rate), and tax is the rest; line discounts then hold tax as
 * the amounts do. A total may be negative: what is given back outweighs what is charged, and the caller makes it credit.
 * Errors: `money.out_of_range`.
 */
export function computeInvoice(
  draft: InvoiceDraft,
  treatmentOf: (taxCategory: string) => TaxTreatment,
): ComputedInvoice {
  const discounts = discountLines(draft);
  const lines: ComputedLine[] = draft.lines.map((line, index) => ({
    ...line,
    discountMinor: discounts[index] ?? 0,
    netMinor: 0,
    taxMinor: 0,
    tax: treatmentOf(line.taxCategory),
  }));
  const taxes: ComputedTax[] = [];
  for (const group of Map.groupBy(lines, (line) => groupKey(line.tax)).values()) {
    const [first] = group;
    if (!first) continue;
    const amounts = group.map((line) => line.amountMinor - line.discountMinor);
    const { net, tax } = taxTogether(amounts, first.tax.ratePpm, draft.includesTax);
    for (const [index, line] of group.entries()) {
      line.netMinor = net[index] ?? 0;
      line.taxMinor = tax[index] ?? 0;
    }
    taxes.push({ ...first.tax, ...totals(group) });
  }
  const { netMinor, taxMinor } = totals(lines);
  return {
    currency: draft.currency,
    lines,
    taxes,
    discountMinor: sumMinor(discounts),
    netMinor,
    taxMinor,
    totalMinor: sumMinor([netMinor, taxMinor]),
  };
}
