import { Card } from "#web/ui/card.tsx";
import { Money } from "#web/ui/money.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Day, Moment } from "#web/ui/time.tsx";
import type { Invoice } from "./invoice.tsx";
import { usePortal } from "./use-portal.ts";

/** What was paid, credited and given back of an invoice. */
export function InvoiceSettled({ invoice }: { invoice: Invoice }) {
  const { path } = usePortal();
  const { payments, creditNotes, refunds, currency } = invoice;
  if (payments.length + creditNotes.length + refunds.length === 0) return null;
  return (
    <Section title="Paid and given back">
      <Card className="max-w-[720px]">
        <ul className="divide-y divide-line text-14">
          {payments.map(({ source, amountMinor, at }) => (
            <li key={`${at} ${amountMinor}`} className="flex flex-wrap justify-between gap-x-6 py-2.5">
              <span>
                {source === "credit" ? "From your credit" : "Paid"}, <Moment at={at} />
              </span>
              <Money minor={amountMinor} currency={currency} />
            </li>
          ))}
          {creditNotes.map(({ id, fullNumber, totalMinor, issuedOn }) => (
            <li key={id} className="flex flex-wrap justify-between gap-x-6 py-2.5">
              <span>
                Credit note <TextLink to={path(`/account/invoices/${id}`)}>{fullNumber}</TextLink>,{" "}
                <Day on={issuedOn} />
              </span>
              <Money minor={-totalMinor} currency={currency} />
            </li>
          ))}
          {refunds.map(({ id, amountMinor, status, at }) => (
            <li key={id} className="flex flex-wrap justify-between gap-x-6 py-2.5">
              <span>
                {status === "succeeded" ? "Paid back" : "Is being paid back"}, <Moment at={at} />
              </span>
              <Money minor={-amountMinor} currency={currency} />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
