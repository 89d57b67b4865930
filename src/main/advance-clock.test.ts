import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { advanceClock } from "#main/advance-clock.ts";
import { buy, openShop, pay, type Shop } from "#test/factories/shop.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("a sandbox's clock", () => {
  let house: TestApp;
  let shop: Shop;
  before(async () => {
    house = await openTestApp();
    shop = await openShop(house);
  });
  after(() => house.close());

  it("lives through every day on the way: each period is billed on its own day, in order", async () => {
    const { accountId, invoiceId } = await buy(house, shop["test-starter"]?.priceIds.month as string);
    await pay(house, invoiceId as string);
    await advanceClock(house.app, house.clock, house.clock.now().add({ hours: 24 * 33 }));
    const issued = await rows<{ on: string }>(
      house.app.database.db,
      sql`SELECT issued_on AS "on" FROM billing.invoice WHERE account_id = ${accountId} ORDER BY number`,
    );
    assert.deepEqual(
      issued.map(({ on }) => on),
      ["2027-01-04", "2027-02-04"],
    );
  });
});
