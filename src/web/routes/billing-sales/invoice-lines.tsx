import { useFormat } from "#web/format/use-format.ts";
import { Card } from "#web/ui/card.tsx";
import { Money } from "#web/ui/money.tsx";
import { Day } from "#web/ui/time.tsx";
import type { Invoice } from "./invoice.tsx";

type Line = Invoice["lines"][number];

const TAX_WORDS = { S: "Tax", Z: "Zero rated", E: "Exempt", AE: "Reverse charge", O: "No tax" } as const;

/** A rate in parts per million as people read it: 200,000 is `20 %`, 88,750 is `8.875 %`. */
export function Rate({ ppm }: { ppm: number }) {
  const { number } = useFormat();
  return <span className="tabular-nums">{number(ppm / 10_000)} %</span>;
}

function LineText({ line }: { line: Line }) {
  const { number } = useFormat();
  return (
    <span className="flex flex-col">
      <span dir="auto">
        {line.quantity === 1 ? line.description : `${line.description} × ${number(line.quantity)}`}
      </span>
      {line.periodStartsOn && line.periodEndsOn && (
        <span className="text-12 text-muted">
          <Day on={line.periodStartsOn} /> until <Day on={line.periodEndsOn} />
        </span>
      )}
    </span>
  );
}

/** The lines of an invoice, its taxes and its sum, as a table that adds up before one's eyes. */
export function InvoiceLines({ invoice }: { invoice: Invoice }) {
  const { currency } = invoice;
  const sum = (label: React.ReactNode, minor: number, isTotal = false) => (
    <tr className={isTotal ? "border-t border-line font-semibold" : "text-muted"}>
      <td className="py-2 pe-4">{label}</td>
      <td className="py-2 text-end">
        <Money minor={minor} currency={currency} />
      </td>
    </tr>
  );
  return (
    <Card>
      <table className="w-full">
        <thead className="sr-only">
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Net amount</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {invoice.lines.map((line, position) => (
            // biome-ignore lint: lines of an issued invoice have no other name than their place, and never move
            <tr key={position}>
              <td className="py-2.5 pe-4 align-top">
                <LineText line={line} />
              </td>
              <td className="py-2.5 text-end align-top">
                <Money minor={line.netMinor} currency={currency} />
              </td>
            </tr>
          ))}
        </tbody>
        <tbody className="border-t border-line">
          {invoice.discountMinor > 0 && sum("Discount, taken off above", invoice.discountMinor)}
          {sum("Net", invoice.netMinor)}
          {invoice.taxes.map((tax) => (
            <tr key={`${tax.jurisdiction}${tax.code}${tax.ratePpm}`} className="text-muted">
              <td className="py-2 pe-4">
                {TAX_WORDS[tax.code]}
                {tax.code === "S" && (
                  <>
                    {" "}
                    {tax.jurisdiction} <Rate ppm={tax.ratePpm} />
                  </>
                )}
                {tax.reason && <span className="block text-12">{tax.reason}</span>}
              </td>
              <td className="py-2 text-end align-top">
                <Money minor={tax.taxMinor} currency={currency} />
              </td>
            </tr>
          ))}
          {sum("Total", invoice.totalMinor, true)}
        </tbody>
      </table>
    </Card>
  );
}
