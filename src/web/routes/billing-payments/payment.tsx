import type { z } from "zod";
import type { Payment as PaymentContract } from "#modules/billing/contract/payments.ts";
import { pageContext } from "#web/context.ts";
import { useFormat } from "#web/format/use-format.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Card } from "#web/ui/card.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { Money } from "#web/ui/money.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/payment.ts";
import { Received } from "./received.tsx";
import { PaymentState } from "./standing.tsx";

type Payment = z.output<typeof PaymentContract>;

export const handle: RouteHandle = {
  crumb: ({ payment }: { payment: Payment }) => payment.accountName,
  notices: { matched: "The payment is matched." },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  return { payment: await call<Payment>("billing.get_payment", params) };
}

function PaidFor({ payment }: { payment: Payment }) {
  const { invoices, currency, creditMinor } = payment;
  return (
    <Section title="Paid for">
      <Card flush>
        <ul className="divide-y divide-line">
          {invoices.map((invoice) => (
            <li key={invoice.id} className="flex items-center justify-between gap-4 px-4 py-3">
              <NameLink to={`/console/billing/invoices/${invoice.id}`}>{invoice.fullNumber}</NameLink>
              <Money minor={invoice.amountMinor} currency={currency} />
            </li>
          ))}
          {creditMinor > 0 && (
            <li className="flex items-center justify-between gap-4 px-4 py-3">
              <span>Customer credit</span>
              <Money minor={creditMinor} currency={currency} />
            </li>
          )}
          {invoices.length === 0 && creditMinor === 0 && (
            <li className="px-4 py-3 text-muted">Nothing any more.</li>
          )}
        </ul>
      </Card>
    </Section>
  );
}

const DISPUTE = { open: "open", won: "won: the money stayed", lost: "lost: the money is gone" } as const;

function GivenBack({ payment }: { payment: Payment }) {
  const { refunds, disputes, currency } = payment;
  if (refunds.length + disputes.length === 0) return null;
  return (
    <Section title="Given back and disputed">
      <Card flush>
        <ul className="divide-y divide-line">
          {refunds.map((refund) => (
            <li key={refund.id} className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-3">
              <span className="min-w-0" dir="auto">
                Refund, {refund.status}: {refund.reason}
              </span>
              <Money minor={-refund.amountMinor} currency={currency} />
              <span className="w-full text-13 text-muted">
                <Moment at={refund.at} />
              </span>
            </li>
          ))}
          {disputes.map((dispute) => (
            <li key={dispute.id} className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-3">
              <span>
                Dispute, {DISPUTE[dispute.status]}
                {dispute.reason && <span className="text-muted"> ({dispute.reason})</span>}
              </span>
              <Money minor={-dispute.amountMinor} currency={currency} />
              <span className="w-full text-13 text-muted">
                <Moment at={dispute.openedAt} />
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}

function Origin({ payment }: { payment: Payment }) {
  const keepsMoney = usePermission("billing:money");
  return (
    <Section title="Where it came from">
      <Card>
        <KeyValue
          pairs={[
            {
              label: "Customer",
              value: (
                <NameLink to={`/console/customers/${payment.accountId}`}>{payment.accountName}</NameLink>
              ),
            },
            { label: "Way to pay", value: payment.providerTitle },
            { label: "Fee", value: <Money minor={payment.feeMinor || null} currency={payment.currency} /> },
            // Of a bank line the reference is our own: the line says more.
            ...(payment.bankLineId || payment.provider === "bank_transfer"
              ? []
              : [
                  {
                    label: "Reference",
                    value: <span className="font-mono text-13 break-all">{payment.providerRef}</span>,
                  },
                ]),
            ...(payment.bankLineId && keepsMoney
              ? [
                  {
                    label: "Bank line",
                    value: (
                      <TextLink to={`/console/billing/payments/lines/${payment.bankLineId}`}>
                        See it, or take the match back
                      </TextLink>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Card>
    </Section>
  );
}

export default function PaymentPage({ loaderData: { payment } }: Route.ComponentProps) {
  const { money } = useFormat();
  const { currency } = payment;
  return (
    <>
      <PageHeader
        title={`${money(BigInt(payment.amountMinor), currency)} from ${payment.accountName}`}
        lead={<PaymentState status={payment.status} />}
      />
      <div className="mb-8">
        <Facts
          facts={[
            { label: "Received", value: <Received payment={payment} /> },
            { label: "On invoices", value: <Money minor={payment.allocatedMinor} currency={currency} /> },
            {
              label: "Became credit",
              value: <Money minor={payment.creditMinor || null} currency={currency} />,
            },
            {
              label: "Given back",
              value: <Money minor={payment.refundedMinor || null} currency={currency} />,
            },
          ]}
        />
      </div>
      <PaidFor payment={payment} />
      <GivenBack payment={payment} />
      <Origin payment={payment} />
    </>
  );
}
