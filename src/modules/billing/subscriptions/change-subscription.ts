import { sql } from "#kernel/db/sql.ts";
import type { Db } from "#kernel/db/database.ts";
import { refuse } from "#kernel/errors.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { SubscriptionChanged } from "#modules/billing/events/subscriptions.ts";
import { computeFor } from "#modules/billing/invoices/compute-for.ts";
import { getCustomerSnapshot } from "#modules/billing/invoices/customer-snapshot.ts";
import { issueInvoice } from "#modules/billing/invoices/issue-invoices.ts";
import { creditUnusedTime } from "#modules/billing/invoices/credit-unused-time.ts";
import { startEarning } from "#modules/billing/ledger/earning.ts";
import { isRecurringCoupon } from "#modules/billing/rules/coupons/coupon.ts";
import { beginPeriod } from "#modules/billing/subscriptions/begin-period.ts";
import { billingRules } from "#modules/billing/subscriptions/billing-rules.ts";
import { switchPlan } from "#modules/billing/subscriptions/apply-pending.ts";
import {
  type DrawnChange,
  drawChange,
  isUpgrade,
  type PlanChoice,
} from "#modules/billing/subscriptions/draw-change.ts";
import { loadPlan } from "#modules/billing/subscriptions/load-plan.ts";
import type { SubscriptionRow } from "#modules/billing/subscriptions/load-subscription.ts";
import { todayOf } from "#modules/billing/subscriptions/period-lines.ts";
import { recordState } from "#modules/billing/subscriptions/record-state.ts";
import { localDate } from "#kernel/clock.ts";

/** Another plan or number of seats. `when` left out: upgrades now, the rest at the period's end. */
export interface PlanChange {
  priceId: string;
  quantity: number;
  when?: "now" | "period_end";
}

const CHANGEABLE: readonly string[] = ["trialing", "active"];

/** A change worked out: what preview shows and apply does. */
export interface PreparedChange {
  when: "now" | "period_end";
  effectiveOn: string;
  to: PlanChoice;
  drawn: DrawnChange | null;
}

/**
 * Works a change out without doing anything. Errors: `billing.subscription_unchangeable`, `billing.plan_unfit`,
 * `billing.plan_same`.
 */
export async function prepareChange(
  db: Db,
  subscription: SubscriptionRow,
  change: PlanChange,
  now: Temporal.Instant,
): Promise<PreparedChange> {
  if (!CHANGEABLE.includes(subscription.status) || !subscription.period_ends_on)
    throw refuse(
      "conflict",
      "billing.subscription_unchangeable",
      subscription.status === "past_due" || subscription.status === "suspended"
        ? "An invoice of this subscription is open. Pay it first, then change the plan."
        : "Only a running subscription can be changed.",
    );
  const to = await loadPlan(db, subscription, change, now);
  if (to.price_id === subscription.price_id && to.quantity === subscription.quantity)
    throw refuse("conflict", "billing.plan_same", "The subscription is on this plan already.");
  // One invoice counts tax in one way: such a change waits for an invoice of its own.
  const countsTaxAlike = to.terms.includesTax === subscription.terms.includesTax;
  if (!countsTaxAlike && change.when === "now")
    throw refuse(
      "conflict",
      "billing.plan_unfit",
      "The prices of these plans hold tax in different ways. The change can count from the end of the period on.",
    );
  const when =
    change.when ??
    (countsTaxAlike && (isUpgrade(subscription, to) || subscription.status === "trialing")
      ? "now"
      : "period_end");
  if (when === "period_end") return { when, effectiveOn: subscription.period_ends_on, to, drawn: null };
  const { prorationMode: mode } = await billingRules(db);
  return {
    when,
    effectiveOn: todayOf(subscription, now),
    to,
    drawn: drawChange(subscription, to, { now, mode }),
  };
}

/** What a prepared change costs or gives back, tax included; null when it waits for the period's end. */
export async function quoteChange(
  db: Db,
  subscription: SubscriptionRow,
  prepared: PreparedChange,
  on: string,
) {
  if (!prepared.drawn || prepared.drawn.draft.lines.length === 0) return null;
  const customer = await getCustomerSnapshot(db, subscription.account_id);
  return (await computeFor(db, { draft: prepared.drawn.draft, customer, on })).computed;
}

async function invoiceChange(
  ctx: BillingContext,
  subscription: SubscriptionRow,
  drawn: DrawnChange,
  totalMinor: number,
) {
  const customer = await getCustomerSnapshot(ctx.tx, subscription.account_id);
  const sourceKey = `change:${subscription.id}:${ctx.now.toString()}`;
  const source = { accountId: subscription.account_id, sourceKey, subscriptionId: subscription.id };
  if (totalMinor < 0) {
    const credit = { accountId: subscription.account_id, subscriptionId: subscription.id, sourceKey };
    return {
      creditNotes: await creditUnusedTime(ctx, { ...credit, amountMinor: -totalMinor }),
      invoice: null,
    };
  }
  const invoice = await issueInvoice(ctx, {
    ...source,
    sourceKind: "change",
    draft: drawn.draft,
    customer,
    dueInDays: (await billingRules(ctx.tx)).renewalDueDays,
  });
  await startEarning(ctx.tx, {
    invoiceId: invoice.id,
    fromOn: drawn.period.startsOn,
    untilOn: drawn.period.endsOn,
  });
  return { invoice, creditNotes: [] };
}

/** Counts periods from today on. What a coupon for the first invoice lowered is over, and with it the coupon. */
async function startRhythm(ctx: BillingContext, subscription: SubscriptionRow, { period }: DrawnChange) {
  const isUsedUp = subscription.coupon !== null && !isRecurringCoupon(subscription.coupon);
  await ctx.tx.execute(
    sql`UPDATE billing.subscription SET anchor_on = ${period.startsOn}, period_index = 1,
          period_starts_on = ${period.startsOn}, period_ends_on = ${period.endsOn},
          coupon_until_on = ${isUsedUp ? sql`least(coupon_until_on, ${period.startsOn}::date)` : sql`coupon_until_on`}
        WHERE id = ${subscription.id}`,
  );
}

/**
 * Changes plan or seats. Now: the row switches, and what preview showed is invoiced, or credited where it is less than
 * nothing. At the period's end: it is noted and the renewal carries it out. The row must be locked. Errors: those of
 * `prepareChange`; `billing.total_changed` when `totalMinor` was given and is no longer right.
 */
export async function changeSubscription(
  ctx: BillingContext,
  subscription: SubscriptionRow,
  change: PlanChange & { totalMinor?: number | null },
) {
  const prepared = await prepareChange(ctx.tx, subscription, change, ctx.now);
  const { zone } = await ctx.company();
  const quote = await quoteChange(ctx.tx, subscription, prepared, localDate(ctx.now, zone).toString());
  const totalMinor = quote?.totalMinor ?? 0;
  if (change.totalMinor !== null && change.totalMinor !== undefined && change.totalMinor !== totalMinor)
    throw refuse(
      "conflict",
      "billing.total_changed",
      "The amount has changed since it was shown. Look at it again before you confirm.",
      { data: { totalMinor } },
    );
  const fact = {
    accountId: subscription.account_id,
    subscriptionId: subscription.id,
    fromOfferKey: subscription.offer_key,
    quantity: change.quantity,
    when: prepared.when,
  };
  if (!prepared.drawn) {
    await ctx.tx.execute(
      sql`UPDATE billing.subscription SET version = version + 1,
            pending_change = ${JSON.stringify({ priceId: change.priceId, quantity: change.quantity })}::jsonb
          WHERE id = ${subscription.id}`,
    );
    await ctx.emit(SubscriptionChanged, { ...fact, offerKey: subscription.offer_key });
    return { when: prepared.when, invoice: null, creditNotes: [] };
  }
  const { drawn } = prepared;
  if (drawn.isNewRhythm && subscription.status !== "trialing") await startRhythm(ctx, subscription, drawn);
  const switched = await switchPlan(ctx, subscription, change);
  const documents =
    drawn.draft.lines.length > 0
      ? await invoiceChange(ctx, subscription, drawn, totalMinor)
      : { invoice: null, creditNotes: [] };
  if (drawn.isNewRhythm && subscription.status !== "trialing")
    await beginPeriod(ctx, subscription, drawn.period, documents.invoice?.id ?? null);
  await recordState(ctx, switched, {
    status: switched.status,
    on: prepared.effectiveOn,
    cause: SubscriptionChanged.name,
    causeId: documents.invoice?.id ?? documents.creditNotes[0]?.id ?? null,
  });
  await ctx.emit(SubscriptionChanged, { ...fact, offerKey: switched.offer_key });
  return { when: prepared.when, ...documents };
}
