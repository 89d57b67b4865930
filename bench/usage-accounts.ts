import type { Db } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";

/** Meters of the accounts: one that bills what is beyond, one that refuses it. */
export const METER = { soft: "studio.calls", hard: "studio.documents" } as const;

const SOFT = 1000;
const HARD = 200;
const MONTHS = 12;

const ids = (count: number): string[] => Array.from({ length: count }, () => newId());

async function addPlan(db: Db): Promise<{ offerId: string; priceId: string }> {
  const [productId = "", offerId = "", priceId = ""] = ids(3);
  await db.execute(
    sql`INSERT INTO billing.product (id, key, name, kind, created_at) VALUES (${productId}, 'bench', 'Bench', 'service', now())`,
  );
  await db.execute(
    sql`INSERT INTO billing.offer (id, product_id, key, name, kind, created_at)
        VALUES (${offerId}, ${productId}, 'bench', 'Bench', 'subscription', now())`,
  );
  await db.execute(
    sql`INSERT INTO billing.price (id, offer_id, currency, scheme, amount_minor, cycle, sold_from_at, created_at)
        VALUES (${priceId}, ${offerId}, 'USD', 'flat', 9700, 'month', now(), now())`,
  );
  return { offerId, priceId };
}

/** Subscriptions that began up to a year ago, a month billed after the other, in five zones. */
async function addSubscriptions(
  db: Db,
  accountIds: readonly string[],
  plan: { offerId: string; priceId: string },
) {
  await db.execute(
    sql`INSERT INTO billing.subscription (id, account_id, offer_id, price_id, quantity, currency, zone, status, anchor_on,
          period_index, period_starts_on, period_ends_on, provider, created_at)
        SELECT gen_random_uuid(), account_id, ${plan.offerId}, ${plan.priceId}, 1, 'USD',
          ('{Europe/Berlin,America/New_York,Asia/Tokyo,UTC,Australia/Sydney}'::text[])[1 + n % 5], 'active',
          anchor_on, ${MONTHS}, anchor_on + interval '1 month' * ${MONTHS - 1}, anchor_on + interval '1 month' * ${MONTHS},
          'bank_transfer', now()
        FROM unnest(${sql.param(accountIds)}::uuid[]) WITH ORDINALITY AS a (account_id, n)
        CROSS JOIN LATERAL (SELECT (current_date - interval '1 month' * ${MONTHS - 1} - interval '1 day' * (n % 28))::date) AS d (anchor_on)`,
  );
  await db.execute(
    sql`INSERT INTO billing.subscription_period (subscription_id, account_id, starts_on, ends_on, billed_at)
        SELECT id, account_id, anchor_on + interval '1 month' * n, anchor_on + interval '1 month' * (n + 1), now()
        FROM billing.subscription CROSS JOIN generate_series(0, ${MONTHS - 1}) AS n
        WHERE account_id = ANY(${sql.param(accountIds)}::uuid[])`,
  );
}

/** Accounts with a year of a subscription each that grants a meter. */
export async function addMeteredAccounts(db: Db): Promise<{ soft: string[]; hard: string[] }> {
  const accounts = { soft: ids(SOFT), hard: ids(HARD) };
  const plan = await addPlan(db);
  for (const quota of ["soft", "hard"] as const) {
    await addSubscriptions(db, accounts[quota], plan);
    await db.execute(
      sql`INSERT INTO billing.entitlement_grant
            (id, account_id, key, quantity, meter, quota, overage_minor, currency, source_kind, source_id, from_at)
          SELECT gen_random_uuid(), account_id, ${METER[quota]}, 1000000, ${METER[quota]}, ${quota}, 1, 'USD',
            'subscription', id, '2020-01-01'
          FROM billing.subscription WHERE account_id = ANY(${sql.param(accounts[quota])}::uuid[])`,
    );
  }
  await db.execute(
    sql`ANALYZE billing.entitlement_grant, billing.subscription, billing.subscription_period, people.account`,
  );
  return accounts;
}
