import type { Db } from "#kernel/db/database.ts";
import { getCustomerSnapshot } from "#modules/billing/invoices/customer-snapshot.ts";
import { monthlyWorth } from "#modules/billing/rules/pricing/mrr.ts";
import { addonsOn } from "#modules/billing/subscriptions/addons.ts";
import { discountsLater } from "#modules/billing/subscriptions/discounts.ts";
import type { SubscriptionRow } from "#modules/billing/subscriptions/load-subscription.ts";
import { readSeller } from "#modules/billing/tax/seller.ts";
import { treatSale } from "#modules/billing/tax/treat-sale.ts";

/** The tax inside of a price that includes it, for this customer on a day; 0 where the price has none inside. */
async function taxInside(db: Db, subscription: SubscriptionRow, on: string): Promise<number> {
  if (!subscription.terms.includesTax) return 0;
  const { treatmentOf } = await treatSale(db, {
    seller: await readSeller(db),
    buyer: await getCustomerSnapshot(db, subscription.account_id),
    categories: [subscription.tax_category],
    on,
    clientCountry: null,
  });
  return treatmentOf(subscription.tax_category).ratePpm;
}

/**
 * What a subscription with these add-ons brings a month from a day on: net of recurring discounts, without tax. `taxPpm` is
 * the rate inside of a price that includes tax.
 */
export function worthWith(
  subscription: SubscriptionRow,
  given: {
    on: string;
    addons: readonly Pick<SubscriptionRow, "offer_id" | "terms" | "quantity">[];
    taxPpm: number;
  },
): number {
  return monthlyWorth(
    [subscription, ...given.addons].map(({ offer_id: offerId, terms, quantity }) => ({
      offerId,
      terms,
      quantity,
      taxPpm: given.taxPpm,
    })),
    // A coupon for one invoice changes what is due, not what the subscription is worth.
    discountsLater(subscription, given.on),
  );
}

/** What a subscription with its add-ons brings a month from a day on; see `worthWith`. */
export async function worthOf(db: Db, subscription: SubscriptionRow, on: string): Promise<number> {
  const addons = await addonsOn(db, subscription.id, on);
  return worthWith(subscription, { on, addons, taxPpm: await taxInside(db, subscription, on) });
}
