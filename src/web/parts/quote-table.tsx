import type { z } from "zod";
import type { Quote as QuoteShape, QuoteLine } from "#modules/billing/contract/quote.ts";
import { dateOfDay, dayNumber } from "#web/format/local-date.ts";
import { useFormat } from "#web/format/use-format.ts";
import { taxLabel } from "#web/parts/tax-words.ts";

type Quote = z.output<typeof QuoteShape>;

interface QuoteTableProps {
  quote: Quote;
  caption: string;
  /** What the last line is called: "To pay today". */
  totalLabel: string;
}

/** An exact amount with all it is made of: lines, discounts, tax, total. It is what the invoice says. */
export function QuoteTable({ quote, caption, totalLabel }: QuoteTableProps) {
  const { money, locale } = useFormat();
  const amount = (minor: number) => money(BigInt(minor), quote.currency);
  // That no tax is due needs no line, unless somebody else owes it or it is let off.
  const taxes = quote.taxes.filter(({ taxMinor, code }) => taxMinor !== 0 || code === "AE" || code === "E");
  return (
    <table className="w-full text-14">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">What</th>
          <th scope="col">Amount</th>
        </tr>
      </thead>
      <tbody>
        {quote.lines.map((line, index) => (
          // Lines have no other name, and their order does not change.
          <Line key={`${index}-${line.description}`} line={line} amount={amount} />
        ))}
      </tbody>
      <tbody className="border-t border-line">
        {quote.discountMinor !== 0 && <Sum label="Discount" value={amount(-quote.discountMinor)} />}
        {!quote.includesTax && taxes.length > 0 && <Sum label="Without tax" value={amount(quote.netMinor)} />}
        {taxes.map((tax) => (
          <Sum
            key={`${tax.jurisdiction} ${tax.code} ${tax.ratePpm}`}
            label={`${taxLabel(tax, locale)}${quote.includesTax && tax.taxMinor !== 0 ? ", included" : ""}`}
            note={tax.reason}
            value={amount(tax.taxMinor)}
          />
        ))}
      </tbody>
      <tfoot className="border-t border-line">
        <tr>
          <th scope="row" className="pt-3 text-start text-16 font-semibold">
            {totalLabel}
          </th>
          <td className="pt-3 ps-4 text-end text-18 font-bold whitespace-nowrap tabular-nums">
            {amount(quote.totalMinor)}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

interface LineProps {
  line: z.output<typeof QuoteLine>;
  amount: (minor: number) => string;
}

function Line({ line, amount }: LineProps) {
  const { dateRange } = useFormat();
  const { quantity, unitMinor, periodStartsOn, periodEndsOn } = line;
  const notes = [
    quantity !== 1 && (unitMinor === null ? `${quantity}` : `${quantity} × ${amount(unitMinor)}`),
    periodStartsOn && periodEndsOn && dateRange(periodStartsOn, dayBefore(periodEndsOn)),
  ].filter(Boolean);
  return (
    <tr>
      <th scope="row" className="py-2 text-start font-normal [overflow-wrap:anywhere]">
        <span dir="auto">{line.description}</span>
        {notes.length > 0 && <span className="block text-13 text-muted">{notes.join(", ")}</span>}
      </th>
      <td className="py-2 ps-4 text-end align-top whitespace-nowrap tabular-nums">
        {amount(line.amountMinor)}
      </td>
    </tr>
  );
}

// Periods are half-open: they end with the day after their last.
const dayBefore = (on: string): string => dateOfDay(dayNumber(on) - 1);

function Sum({ label, value, note }: { label: string; value: string; note?: string | null }) {
  return (
    <tr>
      <th scope="row" className="py-1.5 text-start font-normal text-muted">
        {label}
        {note && <span className="block text-13">{note}</span>}
      </th>
      <td className="py-1.5 ps-4 text-end align-top whitespace-nowrap text-muted tabular-nums">{value}</td>
    </tr>
  );
}
