import { localDate } from "#kernel/clock.ts";
import { currencyExponent } from "#kernel/money.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { PreviewPrice, PricePreview } from "#modules/billing/contract/price.ts";
import { getPrice } from "#modules/billing/queries/catalogue/get-price.ts";
import { instalmentTerms } from "#modules/billing/rules/pricing/instalments.ts";
import { monthlyWorth, monthsOf } from "#modules/billing/rules/pricing/mrr.ts";
import { priceAmount, tierShares } from "#modules/billing/rules/pricing/price-amount.ts";
import type { PriceTerms } from "#modules/billing/rules/types.ts";

/** What a quantity costs and how it comes about; instalments as if it were bought today. */
function preview(terms: PriceTerms, quantity: number, today: string) {
  const { amountMinor, unitMinor } = priceAmount(terms, quantity);
  const months = monthsOf(terms);
  const item = { offerId: "", terms, quantity, taxPpm: 0 };
  return {
    currency: terms.currency,
    quantity,
    amountMinor,
    unitMinor,
    includesTax: terms.includesTax,
    packages: terms.packageSize === null ? null : Math.ceil(quantity / terms.packageSize),
    tiers: tierShares(terms, quantity).map(({ tier, ...share }) => ({
      ...share,
      unitMinor: tier.unitMinor,
      flatMinor: tier.flatMinor,
    })),
    instalments: terms.instalments === null ? [] : instalmentTerms(amountMinor, terms.instalments, today),
    monthlyMinor: months === null ? null : monthlyWorth([item], []),
  };
}

/**
 * Says what a quantity costs by a price, or by terms that are not saved: the same rule that invoices are drawn by.
 * Errors: `billing.price_unknown`, `money.currency_unknown`, `money.out_of_range`.
 */
export const previewPrice = defineQuery({
  name: "billing.preview_price",
  title: "Work out what a quantity costs",
  http: "POST /billing/price-previews",
  access: "billing:read",
  input: PreviewPrice,
  output: PricePreview,
  run: async ({ db, input, now, company }) => {
    const terms = input.priceId === null ? input.terms : (await getPrice(db, input.priceId)).terms;
    if (terms === null) throw new Error("The input names a price or gives terms");
    currencyExponent(terms.currency);
    const { zone } = await company();
    return preview(terms, input.quantity, localDate(now, zone).toString());
  },
});
