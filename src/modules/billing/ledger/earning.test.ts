import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { startEarning } from "#modules/billing/ledger/earning.ts";
import { earnedBy } from "#modules/billing/rules/ledger/earned-by.ts";
import { readBooks } from "#test/factories/read-books.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

let house: TestApp;
before(async () => {
  house = await openTestApp();
});
after(() => house.close());
beforeEach(() => house.clock.set(Temporal.Instant.from("2027-01-04T09:00:00Z")));

const { db, setDay, issued, booksOf, demandEven, schedule } = readBooks(() => house);

const earnedOn = (on: string) =>
  rows<{ account: string; currency: string; minor: number }>(
    db(),
    sql`SELECT p.account, p.currency, -sum(p.amount_minor)::bigint AS minor
        FROM billing.posting p JOIN billing.journal j ON j.id = p.journal_id
        WHERE j.kind = 'earned' AND j.booked_on = ${on} AND p.account <> 'deferred_revenue'
        GROUP BY 1, 2 ORDER BY 1, 2`,
  );

const JANUARY = ["2027-01-04", "2027-02-04"] as const;

describe("earning by the day", () => {
  it("books each day by itself, once, when the clock jumps over many", async () => {
    const invoice = await issued({ currency: "CHF", lines: [{ netMinor: 9700, period: JANUARY }] });
    setDay("2027-01-06");
    await house.runJob("billing.earn_revenue_daily");
    setDay("2027-01-20");
    await Promise.all(Array.from({ length: 20 }, () => house.call("billing.earn_revenue", {})));
    setDay("2027-06-01");
    await house.runJob("billing.earn_revenue_daily");
    await house.runJob("billing.earn_revenue_daily");
    const span = { amountMinor: 9700, fromOn: JANUARY[0], untilOn: JANUARY[1] };
    for (
      let day = Temporal.PlainDate.from(JANUARY[0]);
      day.toString() < JANUARY[1];
      day = day.add({ days: 1 })
    ) {
      const minor = earnedBy(span, day.add({ days: 1 }).toString()) - earnedBy(span, day.toString());
      const ofDay = (await earnedOn(day.toString())).filter(({ currency }) => currency === "CHF");
      assert.deepEqual(ofDay, [{ account: "revenue_subscription", currency: "CHF", minor }], day.toString());
    }
    assert.equal((await schedule(invoice.id))?.earned_minor, 9700);
    await demandEven();
  });

  it("runs in small pieces that come to the same", async () => {
    const period = ["2027-07-01", "2028-07-01"] as const;
    const invoices = await Promise.all(
      [100, 36_600, 99_999, -12_345, 1].map((netMinor) =>
        issued({
          on: period[0],
          lines: [
            { netMinor, period },
            { netMinor: 12_345, period },
          ],
        }),
      ),
    );
    setDay("2027-10-17");
    while ((await house.call("billing.earn_revenue", { limit: 3 })).more);
    for (const { id } of invoices) {
      const found = await rows<{ amount: number; earned: number }>(
        db(),
        sql`SELECT amount_minor AS amount, earned_minor AS earned FROM billing.revenue_schedule WHERE invoice_id = ${id}`,
      );
      for (const { amount, earned } of found)
        assert.equal(
          earned,
          earnedBy({ amountMinor: amount, fromOn: period[0], untilOn: period[1] }, "2027-10-17"),
        );
    }
    await demandEven();
  });

  it("begins with the payment where the invoice says no days", async () => {
    const invoice = await issued({
      sourceKind: "order",
      lines: [
        { netMinor: 99_700, revenue: "course", earnedDays: 100 },
        { netMinor: 5000, revenue: "service" },
        { netMinor: 36_500, revenue: "course" },
      ],
    });
    setDay("2027-02-01");
    assert.equal((await house.call("billing.earn_revenue", {})).schedules, 0);
    await db().transaction((tx) => startEarning(tx, { invoiceId: invoice.id, fromOn: "2027-02-01" }));
    await db().transaction((tx) => startEarning(tx, { invoiceId: invoice.id, fromOn: "2027-03-01" }));
    setDay("2027-02-11");
    await house.call("billing.earn_revenue", {});
    const earned = await Promise.all([1, 2, 3].map((position) => schedule(invoice.id, position)));
    assert.deepEqual(
      earned.map((one) => one?.earned_minor),
      [9970, 5000, 1000],
    );
    await demandEven();
  });

  it("takes usage and work that is done as earned on the day of the invoice", async () => {
    const { accountId } = await issued({
      sourceKind: "manual",
      lines: [
        { netMinor: 300, revenue: "usage" },
        { netMinor: 700, revenue: "service" },
      ],
    });
    assert.deepEqual(await booksOf(accountId), {
      receivables: 1000,
      revenue_usage: -300,
      revenue_service: -700,
    });
    await demandEven();
  });
});
