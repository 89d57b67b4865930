import type { Tx } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { endEntitlements } from "#modules/billing/entitlements/grant.ts";
import { getCustomerSnapshot } from "#modules/billing/invoices/customer-snapshot.ts";
import { issueInvoice } from "#modules/billing/invoices/issue-invoices.ts";
import { getPrice } from "#modules/billing/queries/catalogue/get-price.ts";
import { prorate } from "#modules/billing/rules/pricing/prorate.ts";
import { addonsOn } from "#modules/billing/subscriptions/addons.ts";
import { billingRules } from "#modules/billing/subscriptions/billing-rules.ts";
import type { SubscriptionRow } from "#modules/billing/subscriptions/load-subscription.ts";
import { periodLine, todayOf } from "#modules/billing/subscriptions/period-lines.ts";
import { recordState } from "#modules/billing/subscriptions/record-state.ts";
import { giveAccess } from "#modules/billing/subscriptions/start-subscription.ts";

const unfit = () =>
  refuse(
    "conflict",
    "billing.addon_unfit",
    "This add-on does not go with the subscription. Choose one of the same product, currency and rhythm.",
  );

async function demandFit(tx: Tx, subscription: SubscriptionRow, priceId: string): Promise<void> {
  const price = await getPrice(tx, priceId);
  const fits =
    price.offer.kind === "addon" &&
    !price.offer.archivedAt &&
    price.product.name === subscription.product_name &&
    price.terms.currency === subscription.currency &&
    price.terms.cycle === subscription.terms.cycle &&
    price.terms.cycleCount === subscription.terms.cycleCount &&
    price.terms.includesTax === subscription.terms.includesTax;
  if (!fits) throw unfit();
}

/** Invoices the rest of the period under way; from the next one on the add-on is a line of the renewal. */
async function billRest(ctx: BillingContext, subscription: SubscriptionRow, addonId: string): Promise<void> {
  const period = {
    startsOn: subscription.period_starts_on ?? "",
    endsOn: subscription.period_ends_on ?? "",
  };
  const today = todayOf(subscription, ctx.now);
  const addon = (await addonsOn(ctx.tx, subscription.id, today)).find(({ id }) => id === addonId);
  if (!addon) throw new Error(`Add-on ${addonId} is not there`);
  const { prorationMode: mode, renewalDueDays } = await billingRules(ctx.tx);
  const whole = periodLine(addon, { startsOn: today, endsOn: period.endsOn });
  await issueInvoice(ctx, {
    accountId: subscription.account_id,
    sourceKey: `addon:${addonId}`,
    sourceKind: "change",
    subscriptionId: subscription.id,
    draft: {
      currency: subscription.currency,
      includesTax: subscription.terms.includesTax,
      lines: [
        {
          ...whole,
          unitMinor: null,
          amountMinor: prorate(whole.amountMinor, { period, from: ctx.now, mode, zone: subscription.zone }),
        },
      ],
      discounts: [],
    },
    customer: await getCustomerSnapshot(ctx.tx, subscription.account_id),
    dueInDays: renewalDueDays,
  });
}

/**
 * Adds an add-on now: what it gives counts at once, the rest of the period is invoiced. The row must be locked. Errors:
 * `billing.price_unknown`, `billing.addon_unfit`, `billing.subscription_unchangeable`.
 */
export async function addAddon(
  ctx: BillingContext,
  subscription: SubscriptionRow,
  addon: { priceId: string; quantity: number },
): Promise<{ addonId: string; billedFromOn: string }> {
  if (subscription.status !== "active" || !subscription.period_ends_on)
    throw refuse(
      "conflict",
      "billing.subscription_unchangeable",
      "Only a running subscription takes add-ons.",
    );
  await demandFit(ctx.tx, subscription, addon.priceId);
  const addonId = newId();
  const today = todayOf(subscription, ctx.now);
  await ctx.tx.execute(
    sql`INSERT INTO billing.subscription_addon (id, account_id, subscription_id, price_id, quantity, added_on)
        VALUES (${addonId}, ${subscription.account_id}, ${subscription.id}, ${addon.priceId}, ${addon.quantity}, ${today})`,
  );
  await ctx.tx.execute(
    sql`UPDATE billing.price SET used_at = ${ctx.now.toString()} WHERE id = ${addon.priceId} AND used_at IS NULL`,
  );
  await billRest(ctx, subscription, addonId);
  await giveAccess(ctx, subscription, false);
  await recordState(ctx, subscription, {
    status: subscription.status,
    on: today,
    cause: "billing.addon_added",
    causeId: addonId,
  });
  return { addonId, billedFromOn: subscription.period_ends_on };
}

/** Ends an add-on with the period that is paid. The row must be locked. Errors: `billing.addon_unknown`. */
export async function removeAddon(
  ctx: BillingContext,
  subscription: SubscriptionRow,
  addonId: string,
): Promise<{ endsOn: string }> {
  const endsOn = subscription.period_ends_on ?? todayOf(subscription, ctx.now);
  const removed = await firstRow(
    ctx.tx,
    sql`UPDATE billing.subscription_addon SET removed_on = ${endsOn}
        WHERE id = ${addonId} AND subscription_id = ${subscription.id} AND removed_on IS NULL RETURNING id`,
  );
  if (!removed)
    throw refuse("not_found", "billing.addon_unknown", "There is no such add-on on this subscription.");
  return { endsOn };
}

/** Takes away what add-ons gave whose last period is over; called when the next one begins. */
export async function endRemovedAddons(
  ctx: BillingContext,
  subscription: SubscriptionRow,
  startsOn: string,
): Promise<void> {
  const removed = await rows<{ offer_id: string }>(
    ctx.tx,
    sql`SELECT p.offer_id FROM billing.subscription_addon a JOIN billing.price p ON p.id = a.price_id
        WHERE a.subscription_id = ${subscription.id} AND a.removed_on <= ${startsOn}
          AND NOT EXISTS (SELECT FROM billing.subscription_addon o JOIN billing.price q ON q.id = o.price_id
            WHERE o.subscription_id = a.subscription_id AND q.offer_id = p.offer_id
              AND (o.removed_on IS NULL OR o.removed_on > ${startsOn}))`,
  );
  for (const { offer_id: offerId } of removed)
    await endEntitlements(ctx.tx, { sourceId: subscription.id, offerId, at: ctx.now });
}
