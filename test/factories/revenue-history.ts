import type { Db } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";

/** One row of a subscription's history. `mrr` null: not active from then on. */
export interface HistoryStep {
  at: string;
  mrr: number | null;
  cause?: string;
}

/** A monthly price in a currency, with the product and the offer around it. */
export async function insertPrice(db: Db, currency: string): Promise<{ priceId: string; offerId: string }> {
  const [productId, offerId, priceId] = [newId(), newId(), newId()];
  const at = "2024-01-01T00:00:00Z";
  await db.execute(
    sql`INSERT INTO billing.product (id, key, name, kind, created_at) VALUES (${productId}, ${`p-${productId}`}, 'Plan', 'service', ${at})`,
  );
  await db.execute(
    sql`INSERT INTO billing.offer (id, product_id, key, name, kind, created_at)
        VALUES (${offerId}, ${productId}, ${`o-${offerId}`}, 'Plan', 'subscription', ${at})`,
  );
  await db.execute(
    sql`INSERT INTO billing.price (id, offer_id, currency, scheme, amount_minor, cycle, sold_from_at, created_at)
        VALUES (${priceId}, ${offerId}, ${currency}, 'flat', 100, 'month', ${at}, ${at})`,
  );
  return { priceId, offerId };
}

/** A subscription with its history and nothing else: no invoice, no access. Gives its id. */
export async function insertHistory(
  db: Db,
  price: { priceId: string; offerId: string },
  given: { accountId: string; currency?: string; steps: readonly HistoryStep[] },
): Promise<string> {
  const id = newId();
  const { accountId, currency = "USD", steps } = given;
  await db.execute(
    sql`INSERT INTO billing.subscription (id, account_id, offer_id, price_id, quantity, currency, zone, status, provider,
          created_at)
        VALUES (${id}, ${accountId}, ${price.offerId}, ${price.priceId}, 1, ${currency}, 'UTC', 'active', 'manual',
          '2024-01-01T00:00:00Z')`,
  );
  const states = steps.map(({ at, mrr, cause = "billing.subscription_changed" }) => ({
    id: newId(),
    account_id: accountId,
    subscription_id: id,
    from_at: at,
    status: mrr === null ? "cancelled" : "active",
    is_active: mrr !== null,
    mrr_minor: mrr ?? 0,
    currency,
    cause,
  }));
  await db.execute(
    sql`INSERT INTO billing.subscription_state
          (id, account_id, subscription_id, from_at, status, is_active, mrr_minor, currency, cause)
        SELECT id, account_id, subscription_id, from_at, status, is_active, mrr_minor, currency, cause
        FROM jsonb_populate_recordset(null::billing.subscription_state, ${JSON.stringify(states)}::jsonb)`,
  );
  return id;
}
