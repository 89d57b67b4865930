import { z } from "zod";
import { defineQuery } from "#kernel/operation/operation.ts";
import { readSetting, settingCacheKey } from "#kernel/settings.ts";
import { BrandSettings } from "#modules/billing/contract/documents.ts";
import { SellerSettings } from "#modules/billing/contract/seller.ts";
import { Storefront, StorefrontSettings } from "#modules/billing/contract/storefront.ts";
import { BRAND_KEY } from "#modules/billing/documents/brand.ts";
import { SELLER_KEY } from "#modules/billing/tax/seller.ts";

/** Where the words of the public pages are kept. */
export const STOREFRONT_KEY = "billing.storefront";

/** The words of the public pages and who stands behind them: what an imprint has to say, and nothing else of the seller. */
export const getStorefront = defineQuery({
  name: "billing.get_storefront",
  title: "Read what the public pages say of the seller",
  http: "GET /public/storefront",
  access: "public",
  input: z.object({}),
  output: Storefront,
  run: async ({ db, cache, company }) => {
    const words = await cache.get(settingCacheKey(STOREFRONT_KEY), () =>
      readSetting(db, STOREFRONT_KEY, StorefrontSettings),
    );
    const seller = await cache.get(settingCacheKey(SELLER_KEY), () =>
      readSetting(db, SELLER_KEY, SellerSettings),
    );
    const brand = await cache.get(settingCacheKey(BRAND_KEY), () =>
      readSetting(db, BRAND_KEY, BrandSettings),
    );
    const { name } = await company();
    return {
      ...words,
      brand: { name: brand.name || seller.name || name, colour: brand.colour.toLowerCase() },
      seller: {
        name: seller.name || name,
        legalName: seller.legalName || seller.name || name,
        address: [seller.line1, seller.line2, `${seller.postcode} ${seller.city}`.trim()].filter(Boolean),
        country: seller.country,
        email: seller.email,
        register: seller.register,
        taxNumber: seller.taxNumber,
        taxIds: Object.values(seller.taxIds),
      },
    };
  },
});
