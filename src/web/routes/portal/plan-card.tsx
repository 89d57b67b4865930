import type { z } from "zod";
import type { Purchase } from "#modules/billing/contract/subscriptions.ts";
import { useFormat } from "#web/format/use-format.ts";
import { SubscriptionState } from "#web/routes/billing-sales/standing.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { Money } from "#web/ui/money.tsx";
import { State } from "#web/ui/state.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Day } from "#web/ui/time.tsx";
import { everyWords, nextOfPlan, type Subscription } from "./plan-words.ts";
import { usePortal } from "./use-portal.ts";

const cardClass = "flex flex-col rounded-card border border-line bg-surface p-5";

/** A plan: how it stands, what it costs and what comes next. */
export function PlanCard({ plan }: { plan: Subscription }) {
  const { money, date } = useFormat();
  const { account, path } = usePortal();
  const price = `${money(BigInt(plan.amountMinor), plan.currency)} ${everyWords(plan.cycle, plan.cycleCount)}`;
  return (
    <li className={cardClass}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h3 className="text-18 font-semibold" dir="auto">
          {plan.offer.name}
          {plan.quantity > 1 && ` × ${plan.quantity}`}
        </h3>
        <SubscriptionState status={plan.status} />
      </div>
      <p className="mt-2 text-14 text-pretty text-muted">{nextOfPlan(plan, { day: date, price })}</p>
      {account?.canBuy && (
        <p className="mt-auto pt-4">
          <LinkButton to={path(`/account/plans/${plan.id}`)} size="small">
            Change or cancel<span className="sr-only"> {plan.offer.name}</span>
          </LinkButton>
        </p>
      )}
    </li>
  );
}

const PURCHASE = {
  pending: ["waiting", "Waits for payment"],
  active: ["met", "Active"],
  suspended: ["missed", "Suspended"],
  refunded: ["closed", "Refunded"],
  cancelled: ["closed", "Cancelled"],
} as const;

/** What was bought once: access, and what of its instalments is left. */
export function PurchaseCard({ purchase }: { purchase: z.output<typeof Purchase> }) {
  const [kind, word] = PURCHASE[purchase.status];
  return (
    <li className={cardClass}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h3 className="text-18 font-semibold" dir="auto">
          {purchase.offer.name}
          {purchase.quantity > 1 && ` × ${purchase.quantity}`}
        </h3>
        <State kind={kind}>{word}</State>
      </div>
      <p className="mt-2 text-14 text-pretty text-muted">
        <Access purchase={purchase} />
      </p>
      <Instalments purchase={purchase} />
    </li>
  );
}

function Access({ purchase: { status, accessUntilAt } }: { purchase: z.output<typeof Purchase> }) {
  if (status === "pending") return "Access begins when the invoice is paid.";
  if (status === "suspended") return "Access is held back until the open instalment is paid.";
  if (status !== "active") return "Access has ended.";
  return accessUntilAt === null ? (
    "Access has no end."
  ) : (
    <>
      Access until <Day on={accessUntilAt.slice(0, 10)} />.
    </>
  );
}

function Instalments({ purchase: { instalments } }: { purchase: z.output<typeof Purchase> }) {
  const { path, account } = usePortal();
  if (instalments.length === 0) return null;
  return (
    <ol className="mt-4 divide-y divide-line border-t border-line text-14">
      {instalments.map(({ position, dueOn, amountMinor, currency, invoiceId, isPaid }) => (
        <li key={position} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
          <span>
            {isPaid ? "Paid" : "Due"} <Day on={dueOn} />
          </span>
          <span className="flex items-center gap-4">
            {invoiceId && account?.canBuy && (
              <TextLink to={path(`/account/invoices/${invoiceId}`)}>
                Invoice<span className="sr-only"> of instalment {position}</span>
              </TextLink>
            )}
            <Money minor={amountMinor} currency={currency} />
          </span>
        </li>
      ))}
    </ol>
  );
}
