import type { z } from "zod";
import type { BankLine } from "#modules/billing/contract/bank-statements.ts";
import { TextLink } from "#web/ui/text-link.tsx";

type Line = Pick<z.output<typeof BankLine>, "payerName" | "remittance" | "reason" | "invoices" | "status">;

/** Who sent the money, as the bank tells it. */
export const PayerName = ({ name }: { name: string }) =>
  name ? <span dir="auto">{name}</span> : <span className="text-muted">No name</span>;

/** What was written with it, and what the house makes of it. */
export function LineWords({ line }: { line: Line }) {
  return (
    <div className="min-w-0 whitespace-normal">
      <p className="wrap-anywhere">
        {line.remittance ? (
          <span dir="auto">{line.remittance}</span>
        ) : (
          <span className="text-muted">No text</span>
        )}
      </p>
      <p className="text-13 text-muted">
        {line.reason}
        {line.invoices.length > 0 && (
          <>
            {" "}
            {line.invoices.map((invoice, index) => (
              <span key={invoice.id}>
                {index > 0 && ", "}
                <span className="whitespace-nowrap">
                  <TextLink to={`/console/billing/invoices/${invoice.id}`}>{invoice.fullNumber}</TextLink>
                </span>
                <span dir="auto"> of {invoice.customer}</span>
              </span>
            ))}
          </>
        )}
      </p>
    </div>
  );
}
