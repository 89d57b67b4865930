import { couponSearch, offerSearch } from "#modules/billing/catalogue/catalogue-search.ts";
import { addPrice } from "#modules/billing/commands/catalogue/add-price.ts";
import { archiveCoupon } from "#modules/billing/commands/catalogue/archive-coupon.ts";
import { archiveOffer } from "#modules/billing/commands/catalogue/archive-offer.ts";
import { archiveProduct } from "#modules/billing/commands/catalogue/archive-product.ts";
import { changePrice } from "#modules/billing/commands/catalogue/change-price.ts";
import { createCoupon } from "#modules/billing/commands/catalogue/create-coupon.ts";
import { createOffer } from "#modules/billing/commands/catalogue/create-offer.ts";
import { createProduct } from "#modules/billing/commands/catalogue/create-product.ts";
import { createStarterCatalogue } from "#modules/billing/commands/catalogue/create-starter-catalogue.ts";
import { endPrice } from "#modules/billing/commands/catalogue/end-price.ts";
import { publishTerms } from "#modules/billing/commands/catalogue/publish-terms.ts";
import { restoreOffer } from "#modules/billing/commands/catalogue/restore-offer.ts";
import { restoreProduct } from "#modules/billing/commands/catalogue/restore-product.ts";
import { setOfferEntitlements } from "#modules/billing/commands/catalogue/set-offer-entitlements.ts";
import { updateOffer } from "#modules/billing/commands/catalogue/update-offer.ts";
import { updateProduct } from "#modules/billing/commands/catalogue/update-product.ts";
import { endGrant } from "#modules/billing/commands/entitlements/end-grant.ts";
import { grantEntitlement } from "#modules/billing/commands/entitlements/grant-entitlement.ts";
import { entitlementsCard } from "#modules/billing/entitlements/entitlements-card.ts";
import * as events from "#modules/billing/events/catalogue.ts";
import type { BillingPart } from "#modules/billing/part.ts";
import { grantData } from "#modules/billing/personal-data/catalogue.ts";
import { getCoupon } from "#modules/billing/queries/catalogue/get-coupon.ts";
import { getOffer } from "#modules/billing/queries/catalogue/get-offer.ts";
import { getProduct } from "#modules/billing/queries/catalogue/get-product.ts";
import { getTerms } from "#modules/billing/queries/catalogue/get-terms.ts";
import { listCoupons } from "#modules/billing/queries/catalogue/list-coupons.ts";
import { listProducts } from "#modules/billing/queries/catalogue/list-products.ts";
import { listPublicOffers } from "#modules/billing/queries/catalogue/list-public-offers.ts";
import { listRedemptions } from "#modules/billing/queries/catalogue/list-redemptions.ts";
import { listTerms } from "#modules/billing/queries/catalogue/list-terms.ts";
import { previewPrice } from "#modules/billing/queries/catalogue/preview-price.ts";
import { listEntitlements } from "#modules/billing/queries/entitlements/list-entitlements.ts";
import { listMyEntitlements } from "#modules/billing/queries/entitlements/list-my-entitlements.ts";

/** What is sold: products, offers, dated prices, coupons, conditions of sale, and what they entitle to. */
export const cataloguePart = {
  operations: [
    createProduct,
    updateProduct,
    archiveProduct,
    restoreProduct,
    createOffer,
    updateOffer,
    archiveOffer,
    restoreOffer,
    setOfferEntitlements,
    addPrice,
    changePrice,
    endPrice,
    createCoupon,
    archiveCoupon,
    publishTerms,
    createStarterCatalogue,
    grantEntitlement,
    endGrant,
    listProducts,
    getProduct,
    getOffer,
    previewPrice,
    listCoupons,
    getCoupon,
    listRedemptions,
    listTerms,
    getTerms,
    listPublicOffers,
    listEntitlements,
    listMyEntitlements,
  ],
  events: Object.values(events),
  search: [offerSearch, couponSearch],
  accountCards: [entitlementsCard],
  personalData: [grantData],
  timeline: [
    {
      event: events.EntitlementGranted.name,
      permission: "billing:read",
      tell: (payload) => ({
        text: `Was given ${events.EntitlementGranted.payload.parse(payload).key} without a sale`,
      }),
    },
    {
      event: events.EntitlementEnded.name,
      permission: "billing:read",
      tell: (payload) => ({
        text: `No longer has ${events.EntitlementEnded.payload.parse(payload).key} as a gift`,
      }),
    },
  ],
} as const satisfies BillingPart;
