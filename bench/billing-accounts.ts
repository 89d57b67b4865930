import type { Db } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";

/** Where buyers live, so that many rates of tax are at work; a third of them is in the seller's own country. */
const PLACES = [
  ["DE", "10115", "Berlin", "Europe/Berlin"],
  ["FR", "75001", "Paris", "Europe/Paris"],
  ["DE", "80331", "München", "Europe/Berlin"],
  ["AT", "1010", "Wien", "Europe/Vienna"],
  ["US", "10001", "New York", "America/New_York"],
  ["DE", "20095", "Hamburg", "Europe/Berlin"],
  ["SE", "11120", "Stockholm", "Europe/Stockholm"],
  ["JP", "100-0001", "Tokyo", "Asia/Tokyo"],
  ["IT", "00184", "Roma", "Europe/Rome"],
] as const;

/** The period all subscriptions are in; it ends on the day of the run. */
export const ENDED = { startsOn: "2027-01-31", endsOn: "2027-02-28" } as const;

async function addPlans(db: Db): Promise<{ offerIds: string[]; priceIds: string[] }> {
  const productId = newId();
  await db.execute(
    sql`INSERT INTO billing.product (id, key, name, kind, tax_category, created_at)
        VALUES (${productId}, 'bench', 'Bench', 'service', 'digital_service', '2020-01-01')`,
  );
  const offerIds: string[] = [];
  const priceIds: string[] = [];
  for (const [key, amount] of [
    ["starter", 9_700],
    ["pro", 19_700],
    ["business", 29_700],
  ] as const) {
    const [offerId, priceId] = [newId(), newId()];
    offerIds.push(offerId);
    priceIds.push(priceId);
    await db.execute(
      sql`INSERT INTO billing.offer (id, product_id, key, name, kind, created_at)
          VALUES (${offerId}, ${productId}, ${`bench-${key}`}, ${key}, 'subscription', '2020-01-01')`,
    );
    await db.execute(
      sql`INSERT INTO billing.price (id, offer_id, currency, scheme, amount_minor, cycle, sold_from_at, created_at)
          VALUES (${priceId}, ${offerId}, 'EUR', 'flat', ${amount}, 'month', '2020-01-01', '2020-01-01')`,
    );
  }
  return { offerIds, priceIds };
}

async function addAccounts(db: Db, count: number): Promise<void> {
  const places = JSON.stringify(PLACES);
  await db.execute(
    sql`INSERT INTO people.account (id, kind, name, billing_email, country, postcode, city, line1, currency, locale, zone,
          created_at, updated_at)
        SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'individual', 'Customer ' || n,
          'customer' || n || '@example.com', p->>0, p->>1, p->>2, n || ' Main Street', 'EUR', 'en', p->>3,
          '2026-01-01', '2026-01-01'
        FROM generate_series(1, ${count}) AS n
        CROSS JOIN LATERAL (SELECT ${places}::jsonb->(n % ${PLACES.length})) AS place (p)`,
  );
}

/** Subscriptions of one month each that is over on the day of the run, of buyers in many countries. */
export async function addSubscribers(db: Db, count: number): Promise<void> {
  const { offerIds, priceIds } = await addPlans(db);
  await addAccounts(db, count);
  await db.execute(
    sql`INSERT INTO billing.subscription (id, account_id, offer_id, price_id, quantity, currency, zone, status, anchor_on,
          period_index, period_starts_on, period_ends_on, provider, created_at, started_at)
        SELECT ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid,
          ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
          (${sql.param(offerIds)}::uuid[])[1 + n % 3], (${sql.param(priceIds)}::uuid[])[1 + n % 3], 1, 'EUR', a.zone,
          'active', ${ENDED.startsOn}::date, 1, ${ENDED.startsOn}::date, ${ENDED.endsOn}::date, 'bank_transfer',
          '2027-01-01', '2027-01-31'
        FROM generate_series(1, ${count}) AS n
        JOIN people.account a ON a.id = ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`,
  );
  await db.execute(
    sql`INSERT INTO billing.subscription_period (subscription_id, account_id, starts_on, ends_on, billed_at)
        SELECT id, account_id, period_starts_on, period_ends_on, '2027-01-31' FROM billing.subscription`,
  );
  const value = { country: "DE", taxIds: { DE: "DE136695976" }, oss: true };
  await db.execute(
    sql`INSERT INTO kernel.setting (key, value, updated_at)
        VALUES ('billing.seller', ${JSON.stringify(value)}::jsonb, now())`,
  );
}
