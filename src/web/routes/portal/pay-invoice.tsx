import type { z } from "zod";
import type { BankInstructions } from "#modules/billing/contract/checkout.ts";
import type { PaymentMethodList } from "#modules/billing/contract/payment-methods.ts";
import { useFormat } from "#web/format/use-format.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { BankTransfer } from "#web/parts/bank-transfer.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Section } from "#web/ui/section.tsx";
import type { Invoice } from "./invoice.tsx";

interface PayInvoiceProps {
  invoice: Invoice;
  methods: z.output<typeof PaymentMethodList>;
  bank: z.output<typeof BankInstructions> | null;
  state: FormState | undefined;
}

/** The ways to pay what is open: a saved method, a provider's page, a bank transfer. */
export function PayInvoice({ invoice, methods, bank, state }: PayInvoiceProps) {
  const { money } = useFormat();
  const { items, providers } = methods;
  const refused = state?.message ? state : null;
  const byProvider = items.length + providers.length > 0;
  return (
    <Section title={`Pay ${money(BigInt(invoice.openMinor), invoice.currency)}`}>
      {byProvider && (
        <Form state={refused} className="mb-6">
          <div className="flex flex-wrap gap-3">
            {items.map(({ id, label }, index) => (
              <Button key={id} name="paymentMethodId" value={id} look={index === 0 ? "primary" : "secondary"}>
                Pay with {label}
              </Button>
            ))}
            {providers.map(({ key, title }, index) => (
              <Button
                key={key}
                name="provider"
                value={key}
                look={items.length === 0 && index === 0 ? "primary" : "secondary"}
              >
                {items.length === 0 ? `Pay by ${title}` : `Another way by ${title}`}
              </Button>
            ))}
          </div>
        </Form>
      )}
      {bank && (
        <Card className="max-w-[720px]">
          <h3 className="mb-3 font-semibold">{byProvider ? "Or by bank transfer" : "By bank transfer"}</h3>
          <BankTransfer bank={bank} />
        </Card>
      )}
      {!bank && !byProvider && <p className="text-muted">The invoice says how to pay it.</p>}
    </Section>
  );
}
