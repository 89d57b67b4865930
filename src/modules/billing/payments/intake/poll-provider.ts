import { firstRow, sql } from "#kernel/db/sql.ts";
import type { PaymentHouse } from "#modules/billing/payments/payment-house.ts";
import { storeEvent } from "#modules/billing/payments/intake/store-event.ts";

/** Stretches a look takes at most; the next look goes on from there. */
const MOST_STRETCHES = 40;

async function readCursor({ db }: PaymentHouse, provider: string): Promise<string | null> {
  const row = await firstRow<{ cursor: string | null }>(
    db,
    sql`SELECT cursor FROM billing.provider_cursor WHERE provider = ${provider}`,
  );
  return row?.cursor ?? null;
}

/**
 * Reads on in the provider's own list of events, for those whose webhook was lost. What was known changes nothing. Gives
 * how many were news.
 */
export async function pollProvider(house: PaymentHouse, key: string): Promise<number> {
  const provider = await house.open(key);
  let cursor = await readCursor(house, key);
  let news = 0;
  for (let stretch = 0; stretch < MOST_STRETCHES; stretch++) {
    const found = await provider.listSince(cursor);
    cursor = found.cursor;
    news += await house.transact(async (ctx) => {
      let stored = 0;
      for (const event of found.events)
        if (await storeEvent(ctx, key, { ...event, source: "poll" })) stored++;
      await ctx.tx.execute(
        sql`INSERT INTO billing.provider_cursor (provider, cursor, polled_at)
            VALUES (${key}, ${cursor}, ${house.now.toString()})
            ON CONFLICT (provider) DO UPDATE SET cursor = excluded.cursor, polled_at = excluded.polled_at`,
      );
      return stored;
    });
    if (!found.isBehind) break;
  }
  return news;
}
