import { sql } from "#kernel/db/sql.ts";
import type { Db } from "#kernel/db/database.ts";
import { newId, sha256Hex } from "#kernel/ids.ts";
import type { TestApp } from "#test/harness.ts";

interface PriceGiven {
  amountMinor: number;
  currency?: string;
  cycle?: "once" | "instalments" | "month" | "year";
  cycleCount?: number;
  instalments?: number;
  scheme?: "flat" | "per_seat";
  includesTax?: boolean;
}

interface OfferGiven {
  key: string;
  product: "course" | "service";
  trialDays?: number;
  accessDays?: number;
  entitlements?: readonly { key: string; quantity?: number; meter?: string; quota?: "hard" | "soft" }[];
  isAddon?: boolean;
  prices: Readonly<Record<string, PriceGiven>>;
}

const SINCE = "2020-01-01T00:00:00Z";

async function sell(db: Db, offer: OfferGiven, productIds: Map<string, string>) {
  const offerId = newId();
  const isRecurring = Object.values(offer.prices).some(({ cycle }) => cycle === "month" || cycle === "year");
  await db.execute(
    sql`INSERT INTO billing.offer (id, product_id, key, name, kind, trial_days, access_days, created_at)
        VALUES (${offerId}, ${productIds.get(offer.product)}, ${offer.key}, ${offer.key},
                ${offer.isAddon ? "addon" : isRecurring ? "subscription" : "one_off"}, ${offer.trialDays ?? 0}, ${offer.accessDays ?? null}, ${SINCE})`,
  );
  for (const { key, quantity, meter, quota } of offer.entitlements ?? [])
    await db.execute(
      sql`INSERT INTO billing.offer_entitlement (offer_id, key, quantity, meter, quota)
          VALUES (${offerId}, ${key}, ${quantity ?? null}, ${meter ?? null}, ${quota ?? null})`,
    );
  const priceIds: Record<string, string> = {};
  for (const [name, price] of Object.entries(offer.prices)) {
    const id = newId();
    priceIds[name] = id;
    await db.execute(
      sql`INSERT INTO billing.price (id, offer_id, currency, scheme, amount_minor, cycle, cycle_count, instalments,
            includes_tax, sold_from_at, created_at)
          VALUES (${id}, ${offerId}, ${price.currency ?? "USD"}, ${price.scheme ?? "flat"}, ${price.amountMinor},
                  ${price.cycle ?? "once"}, ${price.cycleCount ?? 1}, ${price.instalments ?? null},
                  ${price.includesTax ?? false}, ${SINCE}, ${SINCE})`,
    );
  }
  return { offerId, priceIds };
}

/** The price ids of a shop, by offer and price. */
export type Shop = Record<string, { offerId: string; priceIds: Record<string, string> }>;

const OFFERS: readonly OfferGiven[] = [
  {
    key: "test-course",
    product: "course",
    accessDays: 365,
    entitlements: [{ key: "academy.course:test" }],
    prices: {
      full: { amountMinor: 149_700 },
      instalments: { amountMinor: 160_000, cycle: "instalments", instalments: 3 },
      euro: { amountMinor: 119_000, currency: "EUR", includesTax: true },
    },
  },
  {
    key: "test-starter",
    product: "service",
    entitlements: [
      { key: "studio.documents_per_month", quantity: 20, meter: "studio.documents", quota: "hard" },
    ],
    prices: {
      month: { amountMinor: 9_700, cycle: "month" },
      year: { amountMinor: 97_000, cycle: "year" },
      euro: { amountMinor: 9_700, cycle: "month", currency: "EUR" },
    },
  },
  {
    key: "test-pro",
    product: "service",
    entitlements: [
      { key: "studio.documents_per_month", quantity: 60, meter: "studio.documents", quota: "soft" },
    ],
    prices: {
      month: { amountMinor: 19_700, cycle: "month" },
      year: { amountMinor: 197_000, cycle: "year" },
      euro: { amountMinor: 19_700, cycle: "month", currency: "EUR" },
    },
  },
  {
    key: "test-team",
    product: "service",
    prices: { month: { amountMinor: 2_000, cycle: "month", scheme: "per_seat" } },
  },
  {
    key: "test-more",
    product: "service",
    isAddon: true,
    entitlements: [
      { key: "studio.documents_per_month", quantity: 10, meter: "studio.documents", quota: "hard" },
    ],
    prices: { month: { amountMinor: 3_000, cycle: "month" } },
  },
  {
    key: "test-trial",
    product: "service",
    trialDays: 14,
    entitlements: [
      { key: "studio.documents_per_month", quantity: 20, meter: "studio.documents", quota: "hard" },
    ],
    prices: { month: { amountMinor: 9_700, cycle: "month" } },
  },
];

/** A catalogue of a course and a service with plans, and conditions of sale. Dollar prices without tax inside. */
export async function openShop(house: TestApp): Promise<Shop> {
  const { db } = house.app.database;
  const productIds = new Map<string, string>();
  for (const kind of ["course", "service"]) {
    const id = newId();
    productIds.set(kind, id);
    await db.execute(
      sql`INSERT INTO billing.product (id, key, name, kind, tax_category, created_at)
          VALUES (${id}, ${`test-${kind}`}, ${`Test ${kind}`}, ${kind}, 'digital_service', ${SINCE})`,
    );
  }
  await db.execute(
    sql`INSERT INTO billing.terms (id, version, body, sha256, in_force_at)
        VALUES (${newId()}, 'test-1', 'Test terms', ${sha256Hex("Test terms")}, ${SINCE})`,
  );
  const shop: Shop = {};
  for (const offer of OFFERS) shop[offer.key] = await sell(db, offer, productIds);
  return shop;
}

/** Who buys in tests, unless said otherwise: a consumer in the United States. */
export const BUYER = {
  email: "anna@example.com",
  name: "Anna Ahrens",
  organisation: null,
  taxId: null,
  country: "US",
  region: "OR",
  postcode: "97201",
  city: "Portland",
  line1: "1 Main Street",
  line2: null,
};

/** Goes through a checkout to the placed order, as a visitor. */
export async function buy(
  house: TestApp,
  priceId: string,
  given: {
    buyer?: Partial<typeof BUYER> & Record<string, unknown>;
    couponCode?: string;
    quantity?: number;
    zone?: string;
    provider?: string;
  } = {},
) {
  const visitor = { kind: "anonymous" } as const;
  const { token } = await house.call(
    "billing.start_checkout",
    { priceId, quantity: given.quantity ?? 1, zone: given.zone ?? "UTC" },
    visitor,
  );
  const checkout = await house.call(
    "billing.update_checkout",
    { token, buyer: { ...BUYER, ...given.buyer }, couponCode: given.couponCode ?? null },
    visitor,
  );
  const order = await house.call(
    "billing.place_order",
    {
      token,
      termsSha256: checkout.terms.sha256,
      totalMinor: checkout.trialEndsOn ? 0 : (checkout.quote?.totalMinor ?? 0),
      provider: given.provider ?? "bank_transfer",
    },
    visitor,
  );
  const { db } = house.app.database;
  const found = await db.execute<{ account_id: string; person_id: string; invoice_id: string | null }>(
    sql`SELECT o.account_id, o.person_id, i.id AS invoice_id FROM billing."order" o
        LEFT JOIN billing.invoice i ON i.source_key = 'order:' || o.id WHERE o.reference = ${order.reference}`,
  );
  const row = found.rows[0] as { account_id: string; person_id: string; invoice_id: string | null };
  return {
    token,
    checkout,
    order,
    accountId: row.account_id,
    personId: row.person_id,
    invoiceId: row.invoice_id,
  };
}

/** Records that what is open of an invoice came in today. */
export async function pay(house: TestApp, invoiceId: string, amountMinor?: number) {
  const invoice = await house.call("billing.get_invoice", { invoiceId });
  const zone = (await house.app.services.company()).zone;
  return house.call("billing.record_payment", {
    invoiceId,
    amountMinor: amountMinor ?? invoice.openMinor,
    reference: newId(),
    receivedOn: house.clock.now().toZonedDateTimeISO(zone).toPlainDate().toString(),
  });
}
