import { z } from "zod";
import { Currency, Instant, Minor } from "./money.ts";
import { Price, PriceTerms } from "./price.ts";

const text = (max: number) => z.string().trim().max(max);
const named = (max: number) => text(max).min(1, "must be filled in");

/** The stable name by which other modules, links and imports know it: `ai-business-mastery`. */
export const CatalogueKey = z
  .string()
  .trim()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "may have lower-case letters, digits and single hyphens between them");

export const ProductKind = z.enum(["course", "service", "consulting"]);
/** one_off: bought once; subscription: month by month or year by year; addon: beside a subscription of the same product. */
export const OfferKind = z.enum(["one_off", "subscription", "addon"]);
/** What a sale is to the tax office; the rules of tax decide by it. */
export const TaxCategory = z.enum(["digital_service", "course_live", "consulting", "education_exempt"]);

const Position = z.number().int().min(0).max(10_000);

/** What of a product may be changed. `position`: order on pages, lower first. */
export const ProductFields = z.object({
  name: named(120),
  description: text(2000),
  taxCategory: TaxCategory,
  position: Position,
});
const productFields = ProductFields.shape;

export const ProductRef = z.object({ productId: z.uuid() });
export const CreateProduct = z.object({
  key: CatalogueKey,
  kind: ProductKind,
  name: productFields.name,
  description: productFields.description.default(""),
  taxCategory: TaxCategory.default("digital_service"),
  position: Position.default(0),
});
/** Fields left out stay as they are. */
export const UpdateProduct = z.object({ ...ProductRef.shape, ...ProductFields.partial().shape });

const Features = z.array(named(160)).max(20);
/** Days of access a one-off sale gives; null: without end. */
const AccessDays = z.number().int().min(1).max(36_500).nullable();
const TrialDays = z.number().int().min(0).max(365);

/** What of an offer may be changed. `features`: lines of the pricing page. `isPublic` false: sold by its link alone. */
export const OfferFields = z.object({
  name: named(120),
  description: text(2000),
  features: Features,
  trialDays: TrialDays,
  accessDays: AccessDays,
  position: Position,
  isPublic: z.boolean(),
});
const offerFields = OfferFields.shape;

export const OfferRef = z.object({ offerId: z.uuid() });
export const CreateOffer = z.object({
  ...ProductRef.shape,
  key: CatalogueKey,
  kind: OfferKind,
  name: offerFields.name,
  description: offerFields.description.default(""),
  features: Features.default([]),
  trialDays: TrialDays.default(0),
  accessDays: AccessDays.default(null),
  position: Position.default(0),
  isPublic: z.boolean().default(true),
});
/** Fields left out stay as they are. */
export const UpdateOffer = z.object({ ...OfferRef.shape, ...OfferFields.partial().shape });

/** A key that other modules ask for, such as `studio.documents_per_month` or `academy.course:ai-business-mastery`. */
export const EntitlementKey = z
  .string()
  .trim()
  .max(120)
  .regex(/^[a-z][a-z0-9_]*\.[a-z0-9_]+(:[a-z0-9-]+)?$/, "is written like studio.documents_per_month");
/** What is counted, such as `studio.documents`. */
export const MeterKey = z
  .string()
  .trim()
  .max(80)
  .regex(/^[a-z][a-z0-9_]*\.[a-z0-9_]+$/, "is written like studio.documents");

const Quantity = z.number().int().min(0).max(1_000_000_000);

/**
 * What an offer entitles to. No quantity: without limit. With a meter the quantity is the quota of a period: `hard` is
 * never exceeded, `soft` is, and each unit beyond costs `overageMinor` by currency. `perSeat`: the quantity is of one seat.
 */
export const OfferEntitlement = z.object({
  key: EntitlementKey,
  quantity: Quantity.nullable(),
  meter: MeterKey.nullable(),
  quota: z.enum(["hard", "soft"]).nullable(),
  overageMinor: z.record(Currency, Minor.min(0).max(1_000_000_000)),
  perSeat: z.boolean(),
});

const EntitlementInput = z
  .object({
    key: EntitlementKey,
    quantity: Quantity.nullable().default(null),
    meter: MeterKey.nullable().default(null),
    quota: z.enum(["hard", "soft"]).nullable().default(null),
    overageMinor: OfferEntitlement.shape.overageMinor.default({}),
    perSeat: z.boolean().default(false),
  })
  .refine(({ meter, quota }) => (meter === null) === (quota === null), {
    path: ["quota"],
    error: "must be hard or soft for what a meter counts, and empty for the rest",
  })
  .refine(({ quota, overageMinor }) => quota === "soft" || Object.keys(overageMinor).length === 0, {
    path: ["overageMinor"],
    error: "belongs to soft quotas alone",
  });

/** Replaces what an offer entitles to. Sales from now on get it; what was sold keeps what it was given. */
export const SetOfferEntitlements = OfferRef.extend({
  entitlements: z
    .array(EntitlementInput)
    .max(30)
    .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, "name a key twice"),
});

const offerFacts = {
  id: z.uuid(),
  key: z.string(),
  kind: OfferKind,
  name: z.string(),
  description: z.string(),
  features: z.array(z.string()),
  trialDays: z.number().int(),
  accessDays: z.number().int().nullable(),
  position: z.number().int(),
  isPublic: z.boolean(),
  archivedAt: Instant.nullable(),
};

/** An offer in lists, with the prices that are on sale or to come. */
export const OfferSummary = z.object({
  ...offerFacts,
  prices: z.array(Price),
  entitlements: z.array(OfferEntitlement),
});

export const Product = z.object({
  id: z.uuid(),
  key: z.string(),
  kind: ProductKind,
  name: z.string(),
  description: z.string(),
  taxCategory: z.string(),
  position: z.number().int(),
  archivedAt: Instant.nullable(),
});

/** A product with its offers, in their order. */
export const ProductWithOffers = Product.extend({ offers: z.array(OfferSummary) });

/** `text` is looked for in names and keys of products and their offers. */
export const ListProducts = z.object({
  text: z.string().max(120).optional(),
  kind: ProductKind.optional(),
  standing: z.enum(["active", "archived", "all"]).default("active"),
  cursor: z.string().max(400).optional(),
  limit: z.number().int().min(1).max(100).default(50),
});
export const ProductPage = z.object({ items: z.array(ProductWithOffers), nextCursor: z.string().nullable() });

/** An offer with all prices it ever had, newest first, and how it sells. */
export const Offer = z.object({
  ...offerFacts,
  product: Product,
  prices: z.array(Price),
  entitlements: z.array(OfferEntitlement),
  /** Subscriptions that are not over, and purchases with access. */
  activeSubscriptions: z.number().int(),
  activePurchases: z.number().int(),
});

export const Done = z.object({});
export const CreatedProduct = z.object({ productId: z.uuid() });
export const CreatedOffer = z.object({ offerId: z.uuid() });

/** Narrows public offers to one product, or to prices in one currency. */
export const ListPublicOffers = z.object({
  product: z.string().max(60).optional(),
  currency: Currency.optional(),
});

/** What a price page says of a price; `instalmentMinor` is the first and largest part. */
export const PublicPrice = z.object({
  id: z.uuid(),
  ...PriceTerms.shape,
  instalmentMinor: Minor.nullable(),
});

/** Everything on public sale, in the order of the catalogue, with its prices of now. */
export const PublicOffers = z.object({
  /** Currencies there is any price in, the company's first. */
  currencies: z.array(Currency),
  products: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      description: z.string(),
      kind: ProductKind,
      offers: z.array(
        z.object({
          key: z.string(),
          name: z.string(),
          description: z.string(),
          kind: OfferKind,
          features: z.array(z.string()),
          trialDays: z.number().int(),
          accessDays: z.number().int().nullable(),
          /** Keys it entitles to, by which a course finds the offers it is sold by. */
          entitlementKeys: z.array(z.string()),
          prices: z.array(PublicPrice),
        }),
      ),
    }),
  ),
});
