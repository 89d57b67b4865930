import type { z } from "zod";
import type { InvoiceFile } from "#modules/billing/contract/documents.ts";
import { countryName } from "#web/format/countries.ts";
import { Card } from "#web/ui/card.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Invoice } from "./invoice.tsx";

type File = z.output<typeof InvoiceFile>;

const WORDS: Record<File["kind"], string> = {
  pdf: "PDF",
  ubl: "E-invoice, UBL",
  cii: "E-invoice, CII",
  receipt: "Receipt",
};

/** The documents of an invoice, and to whom it is made out. */
export function InvoiceDocuments({ invoice, files }: { invoice: Invoice; files: readonly File[] }) {
  const { customer } = invoice;
  const lines = [
    customer.organisation ?? customer.name,
    customer.line1,
    customer.line2,
    [customer.postcode, customer.city].filter(Boolean).join(" "),
    countryName(customer.country),
    customer.taxId,
  ].filter(Boolean);
  return (
    <Section title="Documents">
      <Card>
        {files.length === 0 ? (
          <p className="text-14 text-muted">They are being made. Reload the page in a minute.</p>
        ) : (
          <ul className="space-y-1">
            {files.map(({ kind, fileId, href }) => (
              <li key={fileId}>
                <TextLink to={href} reloadDocument className="inline-flex items-center gap-2 py-2.5 text-14">
                  <Icon name="download" />
                  {WORDS[kind]}
                </TextLink>
              </li>
            ))}
          </ul>
        )}
        <address className="mt-3 border-t border-line pt-3 text-14 not-italic text-muted [overflow-wrap:anywhere]">
          {lines.map((line) => (
            <span key={line} dir="auto" className="block">
              {line}
            </span>
          ))}
        </address>
      </Card>
    </Section>
  );
}
