import type { Tx } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { recordEvents } from "#kernel/events/record.ts";
import { type Account, findAccounts } from "#modules/people/index.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { SubscriptionRenewed } from "#modules/billing/events/subscriptions.ts";
import { snapshotOf } from "#modules/billing/invoices/customer-snapshot.ts";
import type { InvoicePlan, IssuedInvoice } from "#modules/billing/invoices/invoice-plan.ts";
import { issueInvoices } from "#modules/billing/invoices/issue-invoices.ts";
import type { Period } from "#modules/billing/rules/periods/period.ts";
import { billingRules } from "#modules/billing/subscriptions/billing-rules.ts";
import { drawRenewal, nextPeriod } from "#modules/billing/subscriptions/draw-renewal.ts";
import { lockManyToBill, type SubscriptionRow } from "#modules/billing/subscriptions/load-subscription.ts";
import { todayOf } from "#modules/billing/subscriptions/period-lines.ts";
import { recordStates } from "#modules/billing/subscriptions/record-state.ts";
import { worthWith } from "#modules/billing/subscriptions/worth.ts";
import { drawOverage } from "#modules/billing/usage/draw-overage.ts";
import { accountsWithOverage } from "#modules/billing/queries/usage/accounts-with-overage.ts";

/** A subscription with the period that begins for it. */
interface Due {
  subscription: SubscriptionRow;
  period: Period;
  account: Account;
}

/** True where the period is simply over and one follows: nothing planned, nothing late, nothing missed. */
function isPlain(subscription: SubscriptionRow, now: Temporal.Instant): boolean {
  const { status, anchor_on, period_ends_on: endsOn, cancel_on, paused_on, pending_change } = subscription;
  if (status !== "active" || !anchor_on || !endsOn || pending_change) return false;
  const today = todayOf(subscription, now);
  const ends = (cancel_on && cancel_on <= endsOn) || (paused_on && paused_on <= endsOn);
  return endsOn <= today && !ends && nextPeriod(subscription).endsOn > today;
}

async function withAddons(tx: Tx, subscriptionIds: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ id: string }>(
    tx,
    sql`SELECT DISTINCT subscription_id AS id FROM billing.subscription_addon
        WHERE subscription_id = ANY (${sql.param(subscriptionIds)}::uuid[])`,
  );
  return new Set(found.map(({ id }) => id));
}

/** The plain ones of those that are due, locked, with who pays; what needs more thought is left to `renewSubscription`. */
async function lockPlain(ctx: BillingContext, subscriptionIds: readonly string[]): Promise<Due[]> {
  const locked = await lockManyToBill(ctx.tx, subscriptionIds);
  const plain = locked.filter((subscription) => isPlain(subscription, ctx.now));
  const addons = await withAddons(
    ctx.tx,
    plain.map(({ id }) => id),
  );
  const accounts = new Map(
    (
      await findAccounts(
        ctx.tx,
        plain.map(({ account_id }) => account_id),
      )
    ).map((account) => [account.accountId, account]),
  );
  return plain.flatMap((subscription) => {
    const account = accounts.get(subscription.account_id);
    if (!account?.country || addons.has(subscription.id)) return [];
    return [{ subscription, account, period: nextPeriod(subscription) }];
  });
}

/** Moves the rows on to the period that begins. */
async function beginPeriods(tx: Tx, due: readonly Due[]): Promise<void> {
  const records = due.map(({ subscription, period }) => ({ id: subscription.id, ...period }));
  await tx.execute(
    sql`UPDATE billing.subscription s SET period_index = period_index + 1, period_starts_on = r."startsOn",
          period_ends_on = r."endsOn", version = version + 1
        FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS r (id uuid, "startsOn" date, "endsOn" date)
        WHERE s.id = r.id`,
  );
}

async function plansOf(ctx: BillingContext, due: readonly Due[]): Promise<InvoicePlan[]> {
  const { renewalDueDays } = await billingRules(ctx.tx);
  const used = await accountsWithOverage(
    ctx.tx,
    due.map(({ account }) => account.accountId),
  );
  const plans: InvoicePlan[] = [];
  for (const { subscription, period, account } of due) {
    const { id: subscriptionId, account_id: accountId, period_starts_on, period_ends_on } = subscription;
    const ended = { periodStartsOn: period_starts_on ?? "", periodEndsOn: period_ends_on ?? "" };
    const overage = used.has(accountId)
      ? await drawOverage(ctx.tx, { accountId, subscriptionId, ...ended })
      : [];
    plans.push({
      accountId,
      sourceKey: renewalKey({ subscription, period }),
      sourceKind: "renewal",
      subscriptionId,
      draft: drawRenewal(subscription, period, { addons: [], overage }),
      customer: snapshotOf(account),
      dueInDays: renewalDueDays,
    });
  }
  return plans;
}

const renewalKey = ({ subscription, period }: Pick<Due, "subscription" | "period">): string =>
  `subscription:${subscription.id}:${period.startsOn}`;

/** The strict insert: the key makes billing a period twice impossible. */
async function keepPeriods(ctx: BillingContext, billed: readonly (Due & { invoice: IssuedInvoice })[]) {
  const records = billed.map(({ subscription, period, invoice }) => ({
    subscription_id: subscription.id,
    account_id: subscription.account_id,
    starts_on: period.startsOn,
    ends_on: period.endsOn,
    invoice_id: invoice.id,
    billed_at: ctx.now.toString(),
  }));
  await ctx.tx.execute(
    sql`INSERT INTO billing.subscription_period
        SELECT * FROM jsonb_populate_recordset(null::billing.subscription_period, ${JSON.stringify(records)}::jsonb)`,
  );
}

/** What is worth knowing of what was billed: the history of worth, and the fact. */
async function tellOf(ctx: BillingContext, billed: readonly (Due & { invoice: IssuedInvoice })[]) {
  await recordStates(
    ctx,
    billed.map(({ subscription, period, invoice }) => ({
      subscription,
      status: "active" as const,
      mrrMinor: worthWith(subscription, {
        on: period.startsOn,
        addons: [],
        taxPpm: subscription.terms.includesTax ? (invoice.computed.lines[0]?.tax.ratePpm ?? 0) : 0,
      }),
      cause: SubscriptionRenewed.name,
      causeId: invoice.id,
    })),
  );
  const facts = billed.map(({ subscription, period }) => ({
    accountId: subscription.account_id,
    subscriptionId: subscription.id,
    offerKey: subscription.offer_key,
    periodStartsOn: period.startsOn,
    periodEndsOn: period.endsOn,
  }));
  await recordEvents(ctx.tx, SubscriptionRenewed, facts, ctx);
}

/**
 * Bills many subscriptions whose period is over in one transaction of few statements, exactly as `renewSubscription` bills
 * each. Gives those it billed; what is not plain, or somebody else is at, is not among them. Safe to call again.
 */
export async function renewTogether(
  ctx: BillingContext,
  subscriptionIds: readonly string[],
): Promise<Set<string>> {
  const due = await lockPlain(ctx, subscriptionIds);
  if (due.length === 0) return new Set();
  await beginPeriods(ctx.tx, due);
  const issued = new Map(
    (await issueInvoices(ctx, await plansOf(ctx, due))).map((invoice) => [invoice.sourceKey, invoice]),
  );
  const billed = due.flatMap((one) => {
    const invoice = issued.get(renewalKey(one));
    return invoice ? [{ ...one, invoice }] : [];
  });
  await keepPeriods(ctx, billed);
  await tellOf(ctx, billed);
  return new Set(billed.map(({ subscription }) => subscription.id));
}
