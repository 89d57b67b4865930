import { type SQL, sql } from "drizzle-orm";
import type { OfferEntitlement } from "#modules/billing/catalogue/offer-entitlement.ts";
import type { PriceTerms } from "#modules/billing/rules/types.ts";

/** A price with the offer and the product it is of, and what it entitles to. Instants ISO 8601 in UTC. */
export interface CataloguePrice {
  id: string;
  terms: PriceTerms;
  soldFromAt: string;
  /** Null: until further notice. */
  soldUntilAt: string | null;
  /** When it was first sold; null: never. */
  usedAt: string | null;
  offer: {
    id: string;
    key: string;
    name: string;
    description: string;
    kind: "one_off" | "subscription" | "addon";
    features: string[];
    trialDays: number;
    /** Days of access a one-off sale gives; null: without end. */
    accessDays: number | null;
    isPublic: boolean;
    archivedAt: string | null;
  };
  product: {
    id: string;
    key: string;
    name: string;
    kind: "course" | "service" | "consulting";
    taxCategory: string;
    archivedAt: string | null;
  };
  entitlements: OfferEntitlement[];
}

/** Entitlements of the offer whose id an expression gives, as JSON. */
export const entitlementsOf = (offerId: SQL): SQL => sql`coalesce((SELECT jsonb_agg(jsonb_build_object(
    'key', e.key, 'quantity', e.quantity, 'meter', e.meter, 'quota', e.quota, 'overageMinor', e.overage_minor,
    'perSeat', e.per_seat) ORDER BY e.key) FROM billing.offer_entitlement e WHERE e.offer_id = ${offerId}), '[]')`;

/** `PriceTerms` of the row of a table called p, as JSON. */
export const termsOfPrice = sql`jsonb_build_object('currency', p.currency, 'scheme', p.scheme, 'amountMinor', p.amount_minor,
  'tiers', p.tiers, 'packageSize', p.package_size, 'cycle', p.cycle, 'cycleCount', p.cycle_count,
  'instalments', p.instalments, 'includesTax', p.includes_tax)`;

/** Selects `CataloguePrice`s; `where` may name p (price), o (offer) and d (product). */
export const selectPrices = (where: SQL): SQL => sql`
  SELECT p.id, ${termsOfPrice} AS terms, to_jsonb(p.sold_from_at) AS "soldFromAt",
    to_jsonb(p.sold_until_at) AS "soldUntilAt", to_jsonb(p.used_at) AS "usedAt",
    jsonb_build_object('id', o.id, 'key', o.key, 'name', o.name, 'description', o.description, 'kind', o.kind,
      'features', to_jsonb(o.features), 'trialDays', o.trial_days, 'accessDays', o.access_days,
      'isPublic', o.is_public, 'archivedAt', o.archived_at) AS offer,
    jsonb_build_object('id', d.id, 'key', d.key, 'name', d.name, 'kind', d.kind, 'taxCategory', d.tax_category,
      'archivedAt', d.archived_at) AS product,
    ${entitlementsOf(sql`o.id`)} AS entitlements
  FROM billing.price p JOIN billing.offer o ON o.id = p.offer_id JOIN billing.product d ON d.id = o.product_id
  ${where}`;
