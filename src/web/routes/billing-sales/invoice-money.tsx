import type { FormState } from "#web/forms/form-state.ts";
import { Form } from "#web/forms/form.tsx";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Money } from "#web/ui/money.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { Section } from "#web/ui/section.tsx";
import { State } from "#web/ui/state.tsx";
import { Day, Moment } from "#web/ui/time.tsx";
import type { Invoice } from "./invoice.tsx";
import { MoneyRow } from "./money-row.tsx";
import { providerWord } from "./provider-words.ts";

const REFUND = {
  created: ["waiting", "To be sent"],
  pending: ["running", "Under way"],
  succeeded: ["met", "Paid out"],
  failed: ["failed", "Failed, kept as credit"],
  unknown: ["unknown", "Being checked"],
} as const;

function Payments({ invoice }: { invoice: Invoice }) {
  return (
    <Section title="Payments">
      <Card>
        <ul className="divide-y divide-line">
          {invoice.payments.map((payment) => (
            <MoneyRow
              key={`${payment.at}${payment.amountMinor}`}
              title={payment.source === "credit" ? "Customer credit" : providerWord(payment.provider ?? "")}
              detail={<Moment at={payment.at} />}
            >
              <Money minor={payment.amountMinor} currency={invoice.currency} />
            </MoneyRow>
          ))}
        </ul>
      </Card>
    </Section>
  );
}

function CreditNotes({ invoice }: { invoice: Invoice }) {
  return (
    <Section title="Credit notes">
      <Card>
        <ul className="divide-y divide-line">
          {invoice.creditNotes.map((note) => (
            <MoneyRow
              key={note.id}
              title={<NameLink to={`/console/billing/invoices/${note.id}`}>{note.fullNumber}</NameLink>}
              detail={<Day on={note.issuedOn} />}
            >
              <Money minor={-note.totalMinor} currency={invoice.currency} />
            </MoneyRow>
          ))}
        </ul>
      </Card>
    </Section>
  );
}

function Refunds({ invoice, state }: { invoice: Invoice; state: FormState | undefined }) {
  const mayConfirm = usePermission("billing:money");
  return (
    <Section title="Refunds">
      <Card>
        <ul className="divide-y divide-line">
          {invoice.refunds.map((refund) => (
            <MoneyRow
              key={refund.id}
              title={
                <State kind={REFUND[refund.status][0]} reason={refund.reason}>
                  {REFUND[refund.status][1]}
                </State>
              }
            >
              <Money minor={refund.amountMinor} currency={invoice.currency} />
              {mayConfirm && refund.status === "created" && (
                <Form state={state} intent="confirm">
                  <input type="hidden" name="refundId" value={refund.id} />
                  <Button size="small">Record as sent</Button>
                </Form>
              )}
            </MoneyRow>
          ))}
        </ul>
      </Card>
    </Section>
  );
}

/** What was paid, given back and corrected, in the order it happened. Nothing while there is nothing. */
export function InvoiceMoney({ invoice, state }: { invoice: Invoice; state: FormState | undefined }) {
  return (
    <>
      {invoice.payments.length > 0 && <Payments invoice={invoice} />}
      {invoice.creditNotes.length > 0 && <CreditNotes invoice={invoice} />}
      {invoice.refunds.length > 0 && <Refunds invoice={invoice} state={state} />}
    </>
  );
}
