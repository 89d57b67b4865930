import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { openShop, type Shop } from "#test/factories/shop.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

/** A house with a shop for stories; `price` by the words of a story, such as `starter month`. */
export interface StoryHouse {
  house: TestApp;
  price(offer: string, name: string): string;
  nextBuyer(): string;
  /** Ends what a story leaves behind, so that the next one meets nobody. */
  retire(of: { accountId: string }): Promise<void>;
}

/** A price of three months, which no plan of the shop has. */
async function addQuarter(house: TestApp, shop: Shop): Promise<void> {
  for (const [key, amountMinor] of [
    ["test-starter", 27_000],
    ["test-pro", 54_000],
  ] as const) {
    const offer = shop[key];
    if (!offer) throw new Error(`The shop has no ${key}`);
    const id = newId();
    await house.app.database.db.execute(
      sql`INSERT INTO billing.price (id, offer_id, currency, scheme, amount_minor, cycle, cycle_count, sold_from_at, created_at)
          VALUES (${id}, ${offer.offerId}, 'USD', 'flat', ${amountMinor}, 'month', 3, '2020-01-01', '2020-01-01')`,
    );
    offer.priceIds.quarter = id;
  }
}

/** What a document beyond the 60 of Pro costs: 3.00. */
async function priceOverage(house: TestApp, shop: Shop): Promise<void> {
  await house.app.database.db.execute(
    sql`UPDATE billing.offer_entitlement SET overage_minor = '{"USD": 300}'
        WHERE offer_id = ${shop["test-pro"]?.offerId} AND quota = 'soft'`,
  );
}

/** Coupons of the stories, without limits. */
const COUPONS = [
  { code: "HALF-ONCE", name: "Half of the first", percentPpm: 500_000, duration: "once" },
  { code: "FIFTH-3", name: "A fifth for three months", percentPpm: 200_000, duration: "months", months: 3 },
  { code: "TENTH", name: "A tenth for good", percentPpm: 100_000, duration: "forever" },
  { code: "TEN-OFF", name: "Ten off for good", amountMinor: 1_000, currency: "USD", duration: "forever" },
  { code: "FIFTY-ONCE", name: "Fifty off", amountMinor: 5_000, currency: "USD", duration: "once" },
  { code: "THOUSAND", name: "A thousand off", amountMinor: 100_000, currency: "USD", duration: "once" },
  { code: "FREE-ONCE", name: "The first is free", percentPpm: 1_000_000, duration: "once" },
  { code: "THIRD", name: "A third off", percentPpm: 333_333, duration: "forever" },
] as const;

/** Opens a house in which stories can be told. Sold from 2020 on, and in no tax's reach unless a seller is set. */
export async function openStoryHouse(): Promise<StoryHouse> {
  const house = await openTestApp({ start: "2026-01-01T00:00:00Z" });
  const shop = await openShop(house);
  await addQuarter(house, shop);
  await priceOverage(house, shop);
  for (const coupon of COUPONS)
    await house.call("billing.create_coupon", {
      ...coupon,
      oncePerAccount: false,
      startsAt: "2020-01-01T00:00:00Z",
    });
  let buyers = 0;
  return {
    house,
    price: (offer, name) => {
      const id = shop[`test-${offer}`]?.priceIds[name];
      if (!id) throw new Error(`The shop sells no ${offer} ${name}`);
      return id;
    },
    nextBuyer: () => `story${(buyers += 1)}@example.com`,
    retire: async ({ accountId }) => {
      if (!accountId) return;
      const { db } = house.app.database;
      await db.execute(
        sql`UPDATE billing.subscription SET status = 'cancelled', ended_at = now() WHERE account_id = ${accountId}`,
      );
      await db.execute(
        sql`UPDATE billing.instalment SET cancelled_at = now() WHERE account_id = ${accountId} AND invoice_id IS NULL`,
      );
      await db.execute(
        sql`UPDATE billing.dunning SET ended_at = now(), outcome = 'stopped'
            WHERE account_id = ${accountId} AND ended_at IS NULL`,
      );
    },
  };
}
