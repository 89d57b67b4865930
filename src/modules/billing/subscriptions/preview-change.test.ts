import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import * as fc from "fast-check";
import { verifyLedger } from "#modules/billing/ledger/verify-ledger.ts";
import { buy, openShop, pay, type Shop } from "#test/factories/shop.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const PLANS = [
  ["test-starter", "month"],
  ["test-starter", "year"],
  ["test-pro", "month"],
  ["test-pro", "year"],
] as const;

describe("preview and change, through the operations", () => {
  let house: TestApp;
  let shop: Shop;
  before(async () => {
    house = await openTestApp({ start: "2027-01-30T23:30:00Z" });
    shop = await openShop(house);
  });
  after(() => house.close());

  const priceOf = ([offer, name]: readonly [string, string]) => shop[offer]?.priceIds[name] as string;

  it("agree to the cent over chains of random changes, and the books hold", async () => {
    let buyers = 0;
    const step = fc.record({ days: fc.integer({ min: 0, max: 20 }), plan: fc.constantFrom(...PLANS) });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...PLANS),
        fc.array(step, { minLength: 1, maxLength: 4 }),
        async (first, steps) => {
          buyers += 1;
          const bought = await buy(house, priceOf(first), {
            buyer: { email: `p${buyers}@example.com` },
            zone: "Europe/Berlin",
          });
          await pay(house, bought.invoiceId as string);
          const { items } = await house.call("billing.list_subscriptions", { accountId: bought.accountId });
          const subscriptionId = items[0]?.id as string;
          for (const { days, plan } of steps) {
            house.clock.advance({ days });
            await house.runJob("billing.bill_due");
            const open = await house.call("billing.list_invoices", {
              accountId: bought.accountId,
              status: "open",
            });
            for (const invoice of open.items) await pay(house, invoice.id);
            const { priceId } = await house.call("billing.get_subscription", { subscriptionId });
            if (priceId === priceOf(plan)) continue;
            const change = { subscriptionId, priceId: priceOf(plan), when: "now" as const };
            const preview = await house.call("billing.preview_change", change);
            const done = await house.call("billing.change_subscription", change);
            const credited = done.creditNotes.reduce((sum, note) => sum + note.totalMinor, 0);
            assert.equal((done.invoice?.totalMinor ?? 0) - credited, preview.quote?.totalMinor ?? 0);
            if (done.invoice) assert.equal(done.invoice.openMinor, preview.dueMinor);
            if (done.invoice && done.invoice.openMinor > 0) await pay(house, done.invoice.id);
          }
        },
      ),
      { numRuns: 12 },
    );
    const { checks } = await verifyLedger(house.app.database.db);
    assert.deepEqual(
      checks.filter(({ ok }) => !ok),
      [],
    );
  });
});
