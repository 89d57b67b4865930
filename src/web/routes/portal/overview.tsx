import type { z } from "zod";
import type { InvoicePage } from "#modules/billing/contract/invoices.ts";
import type { PurchaseList, SubscriptionList } from "#modules/billing/contract/subscriptions.ts";
import type { AccountUsage } from "#modules/billing/contract/usage.ts";
import { pageContext } from "#web/context.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Money } from "#web/ui/money.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { Day } from "#web/ui/time.tsx";
import type { Route } from "./+types/overview.ts";
import { Meters } from "./meters.tsx";
import { PlanCard, PurchaseCard } from "./plan-card.tsx";
import { portalContext } from "./portal-context.ts";
import { usePortal } from "./use-portal.ts";

type Invoices = z.output<typeof InvoicePage>;

export const handle: RouteHandle = { crumb: "Your account" };

const MOST_INVOICES = 50;

export async function loader({ context }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { account } = context.get(portalContext);
  if (!account) return null;
  const { accountId, canBuy } = account;
  const [plans, purchases, usage, invoices] = await Promise.all([
    call<z.output<typeof SubscriptionList>>("billing.list_my_subscriptions", { accountId }),
    call<z.output<typeof PurchaseList>>("billing.list_my_purchases", { accountId }),
    call<z.output<typeof AccountUsage>>("billing.get_my_usage", { accountId }),
    canBuy
      ? call<Invoices>("billing.list_my_invoices", { accountId, limit: MOST_INVOICES })
      : { items: [], nextCursor: null },
  ]);
  return {
    plans: plans.items.filter(({ status }) => status !== "cancelled"),
    ended: plans.items.filter(({ status }) => status === "cancelled"),
    purchases: purchases.items.filter(({ status }) => status !== "cancelled"),
    meters: usage.meters,
    open: invoices.items.filter(
      ({ kind, status, openMinor }) => kind === "invoice" && status === "open" && openMinor > 0,
    ),
  };
}

export default function Overview({ loaderData }: Route.ComponentProps) {
  const { account } = usePortal();
  if (!loaderData)
    return (
      <>
        <PageHeader title="Your account" />
        <EmptyState
          icon="user-round"
          title="You belong to no account yet"
          text="An account begins with the first order, or when somebody invites you to theirs."
          action={<LinkButton to="/pricing">See the prices</LinkButton>}
        />
      </>
    );
  const { plans, ended, purchases, meters, open } = loaderData;
  return (
    <>
      <PageHeader
        title={<span dir="auto">{account?.name}</span>}
        lead="What you have, what comes next, and what is open."
      />
      <OpenInvoices open={open} />
      {plans.length + purchases.length === 0 ? (
        <EmptyState
          icon="receipt"
          title="Nothing bought yet"
          text="What you buy stands here, with its next invoice and the way out."
          action={<LinkButton to="/pricing">See the prices</LinkButton>}
        />
      ) : (
        <Section title="What you have">
          <ul className="grid gap-4 lg:grid-cols-2">
            {plans.map((plan) => (
              <PlanCard key={plan.id} plan={plan} />
            ))}
            {purchases.map((purchase) => (
              <PurchaseCard key={purchase.id} purchase={purchase} />
            ))}
          </ul>
        </Section>
      )}
      {meters.length > 0 && (
        <Section title="This period" link={{ label: "All usage", to: "/account/usage" }}>
          <Meters meters={meters} />
        </Section>
      )}
      {ended.length > 0 && (
        <Section title="Ended">
          <ul className="grid gap-4 lg:grid-cols-2">
            {ended.map((plan) => (
              <PlanCard key={plan.id} plan={plan} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function OpenInvoices({ open }: { open: Invoices["items"] }) {
  const { path } = usePortal();
  return (
    <div className="mb-8 space-y-3 empty:hidden">
      {open.map((invoice) => (
        <Notice
          key={invoice.id}
          tone={invoice.isOverdue ? "critical" : "caution"}
          title={invoice.isOverdue ? "An invoice is overdue" : "An invoice is open"}
          actions={
            <LinkButton to={path(`/account/invoices/${invoice.id}`)} size="small">
              Pay<span className="sr-only"> {invoice.fullNumber}</span>
            </LinkButton>
          }
        >
          {invoice.fullNumber}: <Money minor={invoice.openMinor} currency={invoice.currency} />, due{" "}
          <Day on={invoice.dueOn} />
        </Notice>
      ))}
    </div>
  );
}
