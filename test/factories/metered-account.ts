import type { Db } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";

/** An account with a subscription that grants a meter, written past all commands. */
export interface MeteredAccount {
  accountId: string;
  subscriptionId: string;
  offerId: string;
}

interface Metered {
  meter?: string;
  quota?: "hard" | "soft";
  quantity?: number | null;
  overageMinor?: number;
  zone?: string;
  anchorOn?: string;
  periods?: readonly (readonly [string, string])[];
  fromAt?: string;
  cycle?: "month" | "year";
}

const AT = "2026-01-01T00:00:00Z";

async function addOffer(db: Db, cycle: string): Promise<{ offerId: string; priceId: string }> {
  const [productId, offerId, priceId] = [newId(), newId(), newId()];
  const key = `studio-${productId}`;
  await db.execute(
    sql`INSERT INTO billing.product (id, key, name, kind, created_at) VALUES (${productId}, ${key}, 'Studio', 'service', ${AT})`,
  );
  await db.execute(
    sql`INSERT INTO billing.offer (id, product_id, key, name, kind, created_at)
        VALUES (${offerId}, ${productId}, ${key}, 'Starter', 'subscription', ${AT})`,
  );
  await db.execute(
    sql`INSERT INTO billing.price (id, offer_id, currency, scheme, amount_minor, cycle, sold_from_at, created_at)
        VALUES (${priceId}, ${offerId}, 'USD', 'flat', 9700, ${cycle}, ${AT}, ${AT})`,
  );
  return { offerId, priceId };
}

/** Grants a meter from an instant on. */
export async function grantMeter(
  db: Db,
  { accountId, subscriptionId, offerId }: MeteredAccount,
  grant: Pick<Metered, "meter" | "quota" | "quantity" | "overageMinor"> & {
    fromAt: string;
    untilAt?: string;
  },
): Promise<void> {
  const { meter = "studio.documents", quota = "hard", quantity = 10, overageMinor = null } = grant;
  await db.execute(
    sql`INSERT INTO billing.entitlement_grant
          (id, account_id, offer_id, key, quantity, meter, quota, overage_minor, currency, source_kind, source_id, from_at, until_at)
        VALUES (${newId()}, ${accountId}, ${offerId}, ${`${meter}_per_month`}, ${quantity}, ${meter}, ${quota}, ${overageMinor},
                'USD', 'subscription', ${subscriptionId}, ${grant.fromAt}, ${grant.untilAt ?? null})`,
  );
}

/** Makes an account on a plan; January 2027 is its present period unless said. */
export async function addMeteredAccount(db: Db, metered: Metered = {}): Promise<MeteredAccount> {
  const { zone = "UTC", anchorOn = "2027-01-01", periods = [["2027-01-01", "2027-02-01"]] } = metered;
  const [accountId, subscriptionId] = [newId(), newId()];
  const { offerId, priceId } = await addOffer(db, metered.cycle ?? "month");
  await db.execute(
    sql`INSERT INTO people.account (id, kind, name, currency, locale, zone, created_at, updated_at)
        VALUES (${accountId}, 'organisation', 'Meter House', 'USD', 'en', ${zone}, ${AT}, ${AT})`,
  );
  const [startsOn, endsOn] = periods.at(-1) ?? [null, null];
  await db.execute(
    sql`INSERT INTO billing.subscription (id, account_id, offer_id, price_id, quantity, currency, zone, status, anchor_on,
          period_index, period_starts_on, period_ends_on, provider, created_at)
        VALUES (${subscriptionId}, ${accountId}, ${offerId}, ${priceId}, 1, 'USD', ${zone}, 'active', ${anchorOn},
                ${periods.length}, ${startsOn}, ${endsOn}, 'bank_transfer', ${AT})`,
  );
  for (const [from, until] of periods)
    await db.execute(
      sql`INSERT INTO billing.subscription_period (subscription_id, account_id, starts_on, ends_on, billed_at)
          VALUES (${subscriptionId}, ${accountId}, ${from}, ${until}, ${AT})`,
    );
  const account = { accountId, subscriptionId, offerId };
  await grantMeter(db, account, { ...metered, fromAt: metered.fromAt ?? "2026-06-01T00:00:00Z" });
  return account;
}
