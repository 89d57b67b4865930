import type { z } from "zod";
import {
  ConfirmRefund,
  type Invoice as InvoiceContract,
  RecordPayment,
  RefundInvoice,
  VoidInvoice,
} from "#modules/billing/contract/invoices.ts";
import { pageContext } from "#web/context.ts";
import { typedMinor } from "#web/forms/typed-money.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Card } from "#web/ui/card.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { Money } from "#web/ui/money.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Day } from "#web/ui/time.tsx";
import type { Route } from "./+types/invoice.ts";
import { InvoiceActions } from "./invoice-actions.tsx";
import { InvoiceLines } from "./invoice-lines.tsx";
import { InvoiceMoney } from "./invoice-money.tsx";
import { InvoiceState } from "./standing.tsx";

export type Invoice = z.output<typeof InvoiceContract>;

export const handle: RouteHandle = {
  crumb: ({ invoice }: { invoice: Invoice }) => invoice.fullNumber,
  notices: {
    issued: "The invoice is issued.",
    paid: "The payment is recorded.",
    refunded:
      "The credit note is issued. Money that goes back by bank has to be sent; record it here when it is.",
    voided: "The invoice is void. Its number stays.",
    confirmed: "The refund is recorded.",
  },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  return { invoice: await call<Invoice>("billing.get_invoice", params) };
}

const OPERATIONS = {
  pay: ["billing.record_payment", RecordPayment, "paid"],
  refund: ["billing.refund_invoice", RefundInvoice, "refunded"],
  void: ["billing.void_invoice", VoidInvoice, "voided"],
  confirm: ["billing.confirm_refund", ConfirmRefund, "confirmed"],
} as const;

export async function action(args: Route.ActionArgs) {
  const { invoiceId } = args.params;
  const intent = String((await args.request.clone().formData()).get("intent"));
  const [operation, schema, notice] = OPERATIONS[intent as keyof typeof OPERATIONS] ?? OPERATIONS.pay;
  const { viewer, call } = args.context.get(pageContext);
  const { currency } = await call<Invoice>("billing.get_invoice", { invoiceId });
  return submit(args, operation, {
    schema,
    map: (form) => ({
      ...form,
      invoiceId,
      amountMinor: typedMinor(form.amountMinor, currency, viewer?.locale ?? "en"),
    }),
    onSuccess: () => done(`/console/billing/invoices/${invoiceId}`, notice),
  });
}

function Customer({ invoice }: { invoice: Invoice }) {
  const { customer } = invoice;
  const address = [customer.line1, customer.line2, `${customer.postcode ?? ""} ${customer.city}`.trim()];
  return (
    <Card>
      <KeyValue
        pairs={[
          {
            label: "Customer",
            value: <NameLink to={`/console/customers/${invoice.accountId}`}>{invoice.accountName}</NameLink>,
          },
          { label: "Billed to", value: <span dir="auto">{customer.organisation ?? customer.name}</span> },
          { label: "E-mail", value: customer.email },
          {
            label: "Address",
            value: <span dir="auto">{[...address, customer.country].filter(Boolean).join(", ")}</span>,
          },
          ...(customer.taxId ? [{ label: "Tax id", value: customer.taxId }] : []),
          ...(invoice.paymentReference
            ? [
                {
                  label: "Payment reference",
                  value: <span className="font-mono text-13">{invoice.paymentReference}</span>,
                },
              ]
            : []),
          ...(invoice.note ? [{ label: "Note", value: <span dir="auto">{invoice.note}</span> }] : []),
        ]}
      />
    </Card>
  );
}

export default function InvoicePage({ loaderData: { invoice }, actionData }: Route.ComponentProps) {
  const isInvoice = invoice.kind === "invoice";
  return (
    <>
      <PageHeader
        title={invoice.fullNumber}
        over={
          invoice.corrects && (
            <TextLink to={`/console/billing/invoices/${invoice.corrects.id}`}>
              Corrects {invoice.corrects.fullNumber}
            </TextLink>
          )
        }
        lead={<InvoiceState invoice={invoice} />}
      />
      <div className="mb-8">
        <Facts
          facts={[
            {
              label: isInvoice ? "Total" : "Given back",
              value: <Money minor={invoice.totalMinor} currency={invoice.currency} />,
            },
            { label: "Tax in it", value: <Money minor={invoice.taxMinor} currency={invoice.currency} /> },
            { label: "Issued", value: <Day on={invoice.issuedOn} /> },
            isInvoice
              ? {
                  label: "Open",
                  value: <Money minor={invoice.openMinor} currency={invoice.currency} />,
                  note: invoice.openMinor > 0 && (
                    <>
                      due <Day on={invoice.dueOn} />
                    </>
                  ),
                  tone: invoice.isOverdue ? ("critical" as const) : undefined,
                }
              : { label: "Lines", value: invoice.lines.length },
          ]}
        />
      </div>
      <div className="grid gap-8 lg:grid-cols-[3fr_2fr]">
        <div>
          <Section title={isInvoice ? "What it is for" : "What is given back"}>
            <InvoiceLines invoice={invoice} />
          </Section>
          <InvoiceMoney invoice={invoice} state={actionData} />
        </div>
        <div>
          <Section title="Who it is for">
            <Customer invoice={invoice} />
          </Section>
          {isInvoice && <InvoiceActions invoice={invoice} state={actionData} />}
        </div>
      </div>
    </>
  );
}
