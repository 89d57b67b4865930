import type { z } from "zod";
import type { InvoicePage } from "#modules/billing/contract/invoices.ts";
import {
  CancelInput,
  PauseInput,
  type Subscription as SubscriptionContract,
  SubscriptionRef,
} from "#modules/billing/contract/subscriptions.ts";
import { pageContext } from "#web/context.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { Money } from "#web/ui/money.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { Day, Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/subscription.ts";
import { MoneyRow } from "./money-row.tsx";
import { plannedWords } from "./planned.ts";
import { InvoiceState, SubscriptionState } from "./standing.tsx";
import { SubscriptionActions } from "./subscription-actions.tsx";

export type Subscription = z.output<typeof SubscriptionContract>;

export const handle: RouteHandle = {
  crumb: ({ subscription }: { subscription: Subscription }) => subscription.accountName,
  notices: {
    changed: "The subscription is changed.",
    cancelled: "The subscription ends as planned.",
    kept: "The subscription goes on after all.",
    paused: "The subscription pauses when its paid period is over.",
    resumed: "The subscription goes on from today.",
    revived: "An invoice is issued. The subscription begins again when it is paid.",
  },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const subscription = await call<Subscription>("billing.get_subscription", params);
  const invoices = await call<z.output<typeof InvoicePage>>("billing.list_invoices", {
    accountId: subscription.accountId,
    limit: 12,
  });
  return { subscription, invoices: invoices.items };
}

const OPERATIONS = {
  cancel: ["billing.cancel_subscription", CancelInput, "cancelled"],
  keep: ["billing.keep_subscription", SubscriptionRef, "kept"],
  pause: ["billing.pause_subscription", PauseInput, "paused"],
  resume: ["billing.resume_subscription", SubscriptionRef, "resumed"],
  revive: ["billing.reactivate_subscription", SubscriptionRef, "revived"],
} as const;

export async function action(args: Route.ActionArgs) {
  const { subscriptionId } = args.params;
  const intent = String((await args.request.clone().formData()).get("intent"));
  const [operation, schema, notice] = OPERATIONS[intent as keyof typeof OPERATIONS] ?? OPERATIONS.keep;
  return submit(args, operation, {
    schema,
    map: (form) => ({ ...form, subscriptionId }),
    onSuccess: () => done(`/console/billing/subscriptions/${subscriptionId}`, notice),
  });
}

const CYCLE = { month: ["a month", "months"], year: ["a year", "years"] } as const;

function Details({ subscription }: { subscription: Subscription }) {
  const { cycle, cycleCount } = subscription;
  return (
    <Card>
      <KeyValue
        pairs={[
          {
            label: "Customer",
            value: (
              <NameLink to={`/console/customers/${subscription.accountId}`}>
                {subscription.accountName}
              </NameLink>
            ),
          },
          {
            label: "Plan",
            value:
              subscription.quantity > 1
                ? `${subscription.offer.name} × ${subscription.quantity}`
                : subscription.offer.name,
          },
          {
            label: "Price",
            value: (
              <>
                <Money minor={subscription.amountMinor} currency={subscription.currency} />{" "}
                {cycleCount === 1 ? CYCLE[cycle][0] : `every ${cycleCount} ${CYCLE[cycle][1]}`}, before tax
                and coupon
              </>
            ),
          },
          { label: "Days counted in", value: subscription.zone },
          {
            label: "Began",
            value: subscription.startedAt ? (
              <Moment at={subscription.startedAt} />
            ) : (
              "Not yet: nothing is paid"
            ),
          },
          ...(subscription.endedAt
            ? [
                { label: "Ended", value: <Moment at={subscription.endedAt} /> },
                { label: "Because", value: <span dir="auto">{subscription.endReason}</span> },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function Invoices({ invoices }: { invoices: z.output<typeof InvoicePage>["items"] }) {
  return (
    <Card>
      <ul className="divide-y divide-line">
        {invoices.map((invoice) => (
          <MoneyRow
            key={invoice.id}
            title={<NameLink to={`/console/billing/invoices/${invoice.id}`}>{invoice.fullNumber}</NameLink>}
            detail={<Day on={invoice.issuedOn} />}
          >
            <InvoiceState invoice={invoice} />
            <Money minor={invoice.totalMinor} currency={invoice.currency} />
          </MoneyRow>
        ))}
        {invoices.length === 0 && <li className="py-2.5 text-muted">No invoice yet.</li>}
      </ul>
    </Card>
  );
}

export default function SubscriptionPage({ loaderData, actionData }: Route.ComponentProps) {
  const { subscription, invoices } = loaderData;
  const mayChange = usePermission("billing:sell");
  const isRunning = subscription.status === "active" || subscription.status === "trialing";
  return (
    <>
      <PageHeader
        title={<span dir="auto">{`${subscription.offer.name}, ${subscription.accountName}`}</span>}
        lead={<SubscriptionState status={subscription.status} reason={plannedWords(subscription)} />}
        actions={
          mayChange &&
          isRunning && (
            <LinkButton look="primary" to={`/console/billing/subscriptions/${subscription.id}/change`}>
              Change plan or seats
            </LinkButton>
          )
        }
      />
      <div className="mb-8">
        <Facts
          facts={[
            { label: "MRR", value: <Money minor={subscription.mrrMinor} currency={subscription.currency} /> },
            {
              label: subscription.status === "trialing" ? "Trial until" : "Paid until",
              value: subscription.periodEndsOn ? <Day on={subscription.periodEndsOn} /> : "–",
            },
            {
              label: "Period began",
              value: subscription.periodStartsOn ? <Day on={subscription.periodStartsOn} /> : "–",
            },
            { label: "Quantity", value: subscription.quantity },
          ]}
        />
      </div>
      <div className="grid gap-8 lg:grid-cols-[3fr_2fr]">
        <div>
          <Section title="Subscription">
            <Details subscription={subscription} />
          </Section>
          <Section
            title="Invoices of this customer"
            link={{ label: "All", to: `/console/billing/invoices?account=${subscription.accountId}` }}
          >
            <Invoices invoices={invoices} />
          </Section>
        </div>
        {mayChange && <SubscriptionActions subscription={subscription} state={actionData} />}
      </div>
    </>
  );
}
