import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

/** A product came, was described anew, left the catalogue or came back. */
export const ProductChanged = defineEvent({
  name: "billing.product_changed",
  version: 1,
  title: "Product changed",
  payload: z.object({
    productId: z.uuid(),
    key: z.string(),
    change: z.enum(["created", "updated", "archived", "restored"]),
  }),
});

/** An offer came, was described anew, entitles to something else, left the catalogue or came back. */
export const OfferChanged = defineEvent({
  name: "billing.offer_changed",
  version: 1,
  title: "Offer changed",
  payload: z.object({
    offerId: z.uuid(),
    key: z.string(),
    change: z.enum(["created", "updated", "entitlements_set", "archived", "restored"]),
  }),
});

/** A price will be sold from an instant on; `replacesPriceId` is the one it follows. */
export const PriceAdded = defineEvent({
  name: "billing.price_added",
  version: 1,
  title: "Price added",
  payload: z.object({
    priceId: z.uuid(),
    offerId: z.uuid(),
    currency: z.string(),
    cycle: z.string(),
    soldFromAt: z.string(),
    soldUntilAt: z.string().nullable(),
    replacesPriceId: z.uuid().nullable(),
  }),
});

/** A price is sold until an instant, and no longer. */
export const PriceEnded = defineEvent({
  name: "billing.price_ended",
  version: 1,
  title: "Price ended",
  payload: z.object({ priceId: z.uuid(), offerId: z.uuid(), soldUntilAt: z.string() }),
});

/** A coupon may be used from its start on. */
export const CouponCreated = defineEvent({
  name: "billing.coupon_created",
  version: 1,
  title: "Coupon created",
  payload: z.object({ couponId: z.uuid(), code: z.string() }),
});

/** A coupon is accepted no longer. Who used it keeps what it gives. */
export const CouponArchived = defineEvent({
  name: "billing.coupon_archived",
  version: 1,
  title: "Coupon archived",
  payload: z.object({ couponId: z.uuid(), code: z.string() }),
});

/** New conditions of sale, in force from an instant on. */
export const TermsPublished = defineEvent({
  name: "billing.terms_published",
  version: 1,
  title: "Conditions of sale published",
  payload: z.object({ termsId: z.uuid(), version: z.string(), sha256: z.string(), inForceAt: z.string() }),
});

/** A person of the company gave an account something without a sale. */
export const EntitlementGranted = defineEvent({
  name: "billing.entitlement_granted",
  version: 1,
  title: "Entitlement given",
  payload: z.object({
    accountId: z.uuid(),
    grantId: z.uuid(),
    key: z.string(),
    quantity: z.number().nullable(),
    untilAt: z.string().nullable(),
  }),
});

/** A person of the company took back what was given without a sale. */
export const EntitlementEnded = defineEvent({
  name: "billing.entitlement_ended",
  version: 1,
  title: "Entitlement ended",
  payload: z.object({ accountId: z.uuid(), grantId: z.uuid(), key: z.string() }),
});
