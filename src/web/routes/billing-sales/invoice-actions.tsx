import type { FormState } from "#web/forms/form-state.ts";
import { Form } from "#web/forms/form.tsx";
import { useFormat } from "#web/format/use-format.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { MoneyInput } from "#web/ui/money-input.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Invoice } from "./invoice.tsx";

interface ActionsProps {
  invoice: Invoice;
  state: FormState | undefined;
}

function RecordPayment({ invoice, state }: ActionsProps) {
  const { today } = useFormat();
  return (
    <Section title="Money that came" note="For what no provider and no bank statement tells.">
      <Form state={state} intent="pay">
        <MoneyInput
          name="amountMinor"
          label="Amount"
          currency={invoice.currency}
          defaultMinor={invoice.openMinor}
        />
        <DateInput name="receivedOn" label="Came on" defaultValue={today} />
        <TextInput
          name="reference"
          label="Reference"
          hint="What tells this payment from any other, such as a number on the statement."
        />
        <Button>Record the payment</Button>
      </Form>
    </Section>
  );
}

function Refund({ invoice, state }: ActionsProps) {
  return (
    <Disclosure summary="Refund or credit">
      <Form state={state} intent="refund">
        <MoneyInput
          name="amountMinor"
          label="Amount with tax"
          currency={invoice.currency}
          defaultMinor={invoice.refundableMinor}
          hint="All of what is left takes back the access it paid for."
        />
        <TextInput name="reason" label="Reason" hint="Stands on the credit note." />
        <Checkbox
          name="payOut"
          label="Send the money back"
          hint="Unticked it stays as the customer’s credit."
          defaultChecked
        />
        <Button look="danger">Write the credit note</Button>
      </Form>
    </Disclosure>
  );
}

function Void({ state }: { state: FormState | undefined }) {
  return (
    <Disclosure summary="Void this invoice">
      <p className="mb-4 text-pretty text-muted">
        For one that was issued by mistake and that nobody paid. Its number stays, nothing is owed for it.
      </p>
      <Form state={state} intent="void">
        <TextInput name="reason" label="Reason" />
        <Button look="danger">Void the invoice</Button>
      </Form>
    </Disclosure>
  );
}

/** What may be done with an invoice; what would be refused is left out. */
export function InvoiceActions({ invoice, state }: ActionsProps) {
  const mayMoveMoney = usePermission("billing:money");
  if (!mayMoveMoney || invoice.status === "void") return null;
  const isUntouched = invoice.payments.length === 0 && invoice.creditNotes.length === 0;
  return (
    <>
      {invoice.openMinor > 0 && <RecordPayment invoice={invoice} state={state} />}
      {invoice.refundableMinor > 0 && (
        <Section title="Corrections">
          <Refund invoice={invoice} state={state} />
          {isUntouched && <Void state={state} />}
        </Section>
      )}
    </>
  );
}
