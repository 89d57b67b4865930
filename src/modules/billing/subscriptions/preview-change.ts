import type { z } from "zod";
import { localDate } from "#kernel/clock.ts";
import type { Db } from "#kernel/db/database.ts";
import type { ChangePreview } from "#modules/billing/contract/subscriptions.ts";
import { computeFor } from "#modules/billing/invoices/compute-for.ts";
import { creditBalance } from "#modules/billing/invoices/credit-balance.ts";
import { getCustomerSnapshot } from "#modules/billing/invoices/customer-snapshot.ts";
import { toQuote } from "#modules/billing/rules/quote.ts";
import { addonLines } from "#modules/billing/subscriptions/addons.ts";
import {
  type PlanChange,
  prepareChange,
  quoteChange,
} from "#modules/billing/subscriptions/change-subscription.ts";
import { discountsLater, discountsOn } from "#modules/billing/subscriptions/discounts.ts";
import type { SubscriptionRow } from "#modules/billing/subscriptions/load-subscription.ts";
import { periodLine } from "#modules/billing/subscriptions/period-lines.ts";

/** What a change would come to, worked out by the very functions that carry it out. Errors: those of `prepareChange`. */
export async function previewChange(
  db: Db,
  subscription: SubscriptionRow,
  change: PlanChange,
  moment: { now: Temporal.Instant; companyZone: string },
): Promise<z.input<typeof ChangePreview>> {
  const prepared = await prepareChange(db, subscription, change, moment.now);
  const on = localDate(moment.now, moment.companyZone).toString();
  const computed = await quoteChange(db, subscription, prepared, on);
  const totalMinor = computed?.totalMinor ?? 0;
  const creditMinor = await creditBalance(db, subscription.account_id, subscription.currency);
  const startsAnew = prepared.drawn?.isNewRhythm === true && subscription.status !== "trialing";
  const nextOn = prepared.drawn?.isNewRhythm
    ? prepared.drawn.period.endsOn
    : (subscription.period_ends_on ?? on);
  const next = await computeFor(db, {
    draft: {
      currency: subscription.currency,
      includesTax: prepared.to.terms.includesTax,
      lines: [
        periodLine(prepared.to, null),
        ...(await addonLines(db, subscription.id, { startsOn: nextOn, endsOn: nextOn })),
      ],
      discounts: startsAnew ? discountsLater(subscription, nextOn) : discountsOn(subscription, nextOn),
    },
    customer: await getCustomerSnapshot(db, subscription.account_id),
    on,
  });
  return {
    when: prepared.when,
    effectiveOn: prepared.effectiveOn,
    quote: computed && toQuote(computed, prepared.to.terms.includesTax),
    creditMinor,
    dueMinor: Math.max(0, totalMinor - creditMinor),
    next: { on: nextOn, totalMinor: next.computed.totalMinor, currency: subscription.currency },
  };
}
