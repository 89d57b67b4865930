import type { z } from "zod";
import type { InvoicePage } from "#modules/billing/contract/invoices.ts";
import type { BankLine } from "#modules/billing/contract/bank-statements.ts";
import type { FormState } from "#web/forms/form-state.ts";
import { Form } from "#web/forms/form.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Money } from "#web/ui/money.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextInput } from "#web/ui/text-input.tsx";

type Line = z.output<typeof BankLine>;
type Invoice = z.output<typeof InvoicePage>["items"][number];

interface Choice {
  id: string;
  fullNumber: string;
  accountId: string;
  customer: string;
  openMinor: number;
  currency: string;
}

function ChoiceRow({ choice, line, state }: { choice: Choice; line: Line; state?: FormState }) {
  const fits = choice.currency === line.currency;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 sm:flex-nowrap">
      <div className="min-w-0">
        <NameLink to={`/console/billing/invoices/${choice.id}`}>{choice.fullNumber}</NameLink>
        <p className="truncate text-13 text-muted" dir="auto">
          {choice.customer}
        </p>
      </div>
      <div className="flex shrink-0 items-center gap-4">
        <span className="text-end">
          <Money minor={choice.openMinor} currency={choice.currency} />
          <span className="block text-12 text-muted">
            {choice.openMinor === line.amountMinor && fits ? "the same amount" : "open"}
          </span>
        </span>
        <Form state={state} intent={`match-${choice.id}`}>
          <input type="hidden" name="accountId" value={choice.accountId} />
          {fits && choice.openMinor > 0 && <input type="hidden" name="invoiceIds[]" value={choice.id} />}
          <Button size="small" look={choice.openMinor === line.amountMinor && fits ? "primary" : undefined}>
            {fits && choice.openMinor > 0 ? "Match" : "Match as credit"}
            <span className="sr-only"> with {choice.fullNumber}</span>
          </Button>
        </Form>
      </div>
    </li>
  );
}

const fromFound = (invoice: Invoice): Choice => ({
  id: invoice.id,
  fullNumber: invoice.fullNumber,
  accountId: invoice.accountId,
  customer: invoice.accountName,
  openMinor: invoice.openMinor,
  currency: invoice.currency,
});

function ChoiceList({ choices, line, state }: { choices: Choice[]; line: Line; state?: FormState }) {
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {choices.map((choice) => (
          <ChoiceRow key={choice.id} choice={choice} line={line} state={state} />
        ))}
      </ul>
    </Card>
  );
}

/** The invoices a line may be for, and a search for any other open one. */
export function ChooseInvoice({
  line,
  q,
  found,
  state,
}: {
  line: Line;
  q: string;
  found: Invoice[] | null;
  state?: FormState;
}) {
  const suggested = line.invoices.map((invoice) => ({ ...invoice, currency: line.currency }));
  return (
    <>
      {suggested.length > 0 && (
        <Section title="It may be for" note={line.reason}>
          <ChoiceList choices={suggested} line={line} state={state} />
        </Section>
      )}
      <Section title={suggested.length > 0 ? "Or another invoice" : "Which invoice is it for?"}>
        <Form method="get" className="mb-4">
          <div className="flex items-end gap-3">
            <div className="min-w-0 grow">
              <TextInput name="q" label="Customer, invoice or reference" defaultValue={q} type="search" />
            </div>
            <Button>Search</Button>
          </div>
        </Form>
        {found?.length === 0 && (
          <p className="text-muted">
            No open invoice was found for “{q}”. Try the customer’s name or the number.
          </p>
        )}
        {found && found.length > 0 && <ChoiceList choices={found.map(fromFound)} line={line} state={state} />}
      </Section>
    </>
  );
}
