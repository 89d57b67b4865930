import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { insertInvoice, insertPayment } from "#test/factories/billing-books.ts";
import { type HistoryStep, insertHistory, insertPrice } from "#test/factories/revenue-history.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

let house: TestApp;
let price: { priceId: string; offerId: string };
before(async () => {
  house = await openTestApp({ start: "2027-06-15T12:00:00Z" });
  price = await insertPrice(house.app.database.db, "USD");
});
after(() => house.close());

const db = () => house.app.database.db;
const history = (accountId: string, steps: readonly HistoryStep[], currency = "USD") =>
  insertHistory(db(), price, { accountId, steps, currency });

const options = (at: string, zone = "UTC") => ({ asOf: Temporal.Instant.from(at), zone, bind: {} });

function metric(key: string) {
  const found = house.app.registry.metrics.find(key);
  assert.ok(found, key);
  return found;
}
const measure = (key: string, at: string, zone?: string) => metric(key).measure(db(), options(at, zone));
const rowsOf = async (key: string, at: string) =>
  (await metric(key).rows?.(db(), { ...options(at), limit: 10, offset: 0 })) ?? [];

const [quiet, growing, leaving, late] = Array.from({ length: 4 }, () => newId()) as [
  string,
  string,
  string,
  string,
];
const MAY = "2027-05-16T12:00:00Z";
const JUNE = "2027-06-15T12:00:00Z";

describe("metrics of subscriptions", () => {
  before(async () => {
    for (const [id, name] of [
      [quiet, "Quiet Ltd"],
      [growing, "Growing Ltd"],
    ] as const)
      await db().execute(
        sql`INSERT INTO people.account (id, kind, name, country, currency, locale, zone, created_at, updated_at)
            VALUES (${id}, 'organisation', ${name}, 'DE', 'USD', 'en-GB', 'UTC', ${MAY}, ${MAY})`,
      );
    await history(quiet, [{ at: "2027-01-04T09:00:00Z", mrr: 5000 }]);
    await history(growing, [
      { at: "2027-02-01T09:00:00Z", mrr: 4000 },
      { at: "2027-06-01T09:00:00Z", mrr: 5000 },
    ]);
    await history(leaving, [
      { at: "2027-03-01T09:00:00Z", mrr: 1000 },
      { at: "2027-06-10T09:00:00Z", mrr: null },
    ]);
    await history(late, [{ at: "2027-06-12T09:00:00Z", mrr: 9000 }]);
  });

  it("say the same of a day whenever they are asked", async () => {
    const values = async (at: string) =>
      Promise.all(
        ["billing.active_subscribers", "billing.mrr", "billing.arr", "billing.arpa"].map(
          async (key) => (await measure(key, at)).value,
        ),
      );
    assert.deepEqual(await values("2027-01-01T00:00:00Z"), [0, 0, 0, null]);
    assert.deepEqual(await values(MAY), [3, 100, 1200, 33.33]);
    assert.deepEqual(await values(JUNE), [3, 190, 2280, 63.33]);
    assert.deepEqual(await values(MAY), [3, 100, 1200, 33.33]);
  });

  it("keep retention to those who paid at the start", async () => {
    assert.equal((await measure("billing.net_revenue_retention", JUNE)).value, 100);
    assert.equal((await measure("billing.gross_revenue_retention", JUNE)).value, 90);
    assert.equal((await measure("billing.logo_churn", JUNE)).value, 100 / 3);
    assert.equal((await measure("billing.ltv", JUNE)).value, 190);
    // 90 new and 10 more came, 10 went.
    assert.equal((await measure("billing.quick_ratio", JUNE)).value, 10);
  });

  it("say why they cannot be known", async () => {
    for (const key of ["net_revenue_retention", "gross_revenue_retention", "logo_churn", "ltv"]) {
      const { value, reason } = await measure(`billing.${key}`, "2027-01-20T00:00:00Z");
      assert.deepEqual([value, reason], [null, "Nobody paid for a subscription 30 days before"]);
    }
    assert.match(
      (await measure("billing.quick_ratio", "2027-01-20T00:00:00Z")).reason ?? "",
      /Nothing was lost/,
    );
    assert.match((await measure("billing.ltv", MAY)).reason ?? "", /Nobody left/);
  });

  it("open to the customers behind them", async () => {
    const subscribers = await rowsOf("billing.active_subscribers", JUNE);
    assert.equal(subscribers.length, 3);
    assert.deepEqual(subscribers[0], {
      id: growing,
      label: "Growing Ltd",
      detail: "Since 2027-06-01",
      href: `/console/customers/${growing}`,
    });
    const paying = await rowsOf("billing.mrr", JUNE);
    assert.deepEqual(
      paying.map(({ detail }) => detail),
      ["US$90.00 a month", "US$50.00 a month", "US$50.00 a month"],
    );
    assert.deepEqual(
      new Set(paying.map(({ label }) => label)),
      new Set(["A customer", "Growing Ltd", "Quiet Ltd"]),
    );
    const kept = await rowsOf("billing.net_revenue_retention", JUNE);
    assert.ok(kept.some(({ detail }) => detail === "US$40.00 a month then, US$50.00 now"));
  });

  it("count no trial", async () => {
    await history(newId(), [{ at: "2027-06-14T09:00:00Z", mrr: null }]);
    assert.equal((await measure("billing.active_subscribers", JUNE)).value, 3);
  });
});

describe("other currencies", () => {
  const [euro, AT] = [newId(), "2027-06-20T12:00:00Z"];

  it("are not known without a rate, and say which one is missing", async () => {
    await history(euro, [{ at: "2027-06-18T09:00:00Z", mrr: 10_000 }], "EUR");
    const { value, reason } = await measure("billing.mrr", AT);
    assert.equal(value, null);
    assert.match(reason ?? "", /No exchange rate from EUR to USD/);
    assert.equal((await measure("billing.mrr", JUNE)).value, 190);
  });

  it("are worth what they were when they came: exchange moves nothing", async () => {
    await house.call("billing.record_rate", {
      fromCurrency: "EUR",
      on: "2027-06-01",
      ratePpm: 1_100_000,
      source: "ECB",
    });
    await house.call("billing.record_rate", {
      fromCurrency: "EUR",
      on: "2027-06-19",
      ratePpm: 2_000_000,
      source: "ECB",
    });
    assert.equal((await measure("billing.mrr", AT)).value, 300);
    const { rates, currency } = await house.call("billing.list_rates", {});
    assert.deepEqual(
      [currency, rates.map(({ on, ratePpm }) => [on, ratePpm])],
      [
        "USD",
        [
          ["2027-06-19", 2_000_000],
          ["2027-06-01", 1_100_000],
        ],
      ],
    );
  });

  it("have their own minor units", async () => {
    await history(newId(), [{ at: "2027-06-20T09:00:00Z", mrr: 15_000 }], "JPY");
    await house.call("billing.record_rate", {
      fromCurrency: "JPY",
      on: "2027-06-01",
      ratePpm: 6_500,
      source: "ECB",
    });
    assert.equal((await measure("billing.mrr", AT)).value, 397.5);
  });

  it("take the rate recorded last for a day, none of themselves, and none of unknown ones", async () => {
    const record = (fromCurrency: string) =>
      house.call("billing.record_rate", { fromCurrency, on: "2027-06-01", ratePpm: 6_600, source: "ECB" });
    await record("JPY");
    assert.equal((await measure("billing.mrr", AT)).value, 399);
    await assert.rejects(record("USD"), { code: "billing.rate_of_itself" });
    await assert.rejects(record("XXX"), { code: "money.currency_unknown" });
  });
});

describe("the overview", () => {
  it("says what is, how it moved, and whose it is", async () => {
    house.clock.set(Temporal.Instant.from("2027-06-20T12:00:00Z"));
    await house.call("billing.rebuild_movements", {});
    const overview = await house.call("billing.get_revenue_overview", { months: 3 });
    assert.equal(overview.mrrMinor, 39_900);
    assert.deepEqual(
      overview.months.map(({ month, startMinor, endMinor }) => [month, startMinor, endMinor]),
      [
        ["2027-04", 10_000, 10_000],
        ["2027-05", 10_000, 10_000],
        ["2027-06", 10_000, 39_900],
      ],
    );
    const june = overview.months[2];
    assert.deepEqual(
      [june?.newMinor, june?.expansionMinor, june?.churnMinor, june?.customersCame, june?.customersLeft],
      [29_900, 1000, -1000, 3, 1],
    );
    assert.equal(june?.grossChurn, 10);
    assert.equal(overview.forecast?.length, 6);
    assert.equal(overview.forecast?.[0]?.month, "2027-07");
    assert.deepEqual(overview.unconverted, []);
    assert.equal(overview.figures.length, 9);
  });

  it("follows the customers of a month", async () => {
    const { cohorts } = await house.call("billing.get_retention_cohorts", {});
    const march = cohorts.find(({ month }) => month === "2027-03");
    assert.deepEqual([march?.customers, march?.mrrMinor], [1, 1000]);
    assert.deepEqual(
      march?.cells.map(({ customers, revenue }) => [customers, revenue]),
      [
        [100, 100],
        [100, 100],
        [100, 100],
        [0, 0],
      ],
    );
  });

  it("lists movements by month, kind and cohort, page by page", async () => {
    const page = await house.call("billing.list_movements", { month: "2027-06", limit: 2 });
    assert.equal(page.items.length, 2);
    const rest = await house.call("billing.list_movements", {
      month: "2027-06",
      limit: 50,
      cursor: page.nextCursor ?? "",
    });
    assert.equal(rest.items.length, 3);
    assert.equal(rest.nextCursor, null);
    const churned = await house.call("billing.list_movements", { kind: "churn", cohort: "2027-03" });
    assert.deepEqual(
      churned.items.map(({ accountId, worthMinor }) => [accountId, worthMinor]),
      [[leaving, -1000]],
    );
    await assert.rejects(house.call("billing.list_movements", { cursor: "rubbish" }), {
      code: "billing.cursor_unknown",
    });
  });
});

describe("billing.revenue_monthly", () => {
  it("is what was paid less what was refunded in the last month of the company's zone", async () => {
    const invoice = await insertInvoice(db(), {
      accountId: quiet,
      on: "2027-05-01",
      lines: [{ netMinor: 90_000 }],
    });
    const pay = (amountMinor: number, at: string, currency = "USD") =>
      insertPayment(db(), { accountId: quiet, invoiceId: invoice.id, amountMinor, currency, at });
    const paymentId = await pay(10_000, "2027-05-10T10:00:00Z");
    await pay(5000, "2027-05-31T23:30:00Z");
    await pay(700, "2027-06-01T10:00:00Z");
    const refundId = newId();
    await db().execute(
      sql`INSERT INTO billing.refund (id, account_id, payment_id, invoice_id, amount_minor, currency, reason, provider,
            idempotency_key, status, requested_at, settled_at)
          VALUES (${refundId}, ${quiet}, ${paymentId}, ${invoice.id}, 2500, 'USD', 'Test', 'bank_transfer', ${refundId},
            'succeeded', '2027-05-20T10:00:00Z', '2027-05-21T10:00:00Z')`,
    );
    assert.equal((await measure("billing.revenue_monthly", JUNE)).value, 125);
    // In Berlin the second payment came on 1 June.
    assert.equal((await measure("billing.revenue_monthly", JUNE, "Europe/Berlin")).value, 75);
    assert.equal((await measure("billing.revenue_monthly", "2027-05-31T12:00:00Z")).value, 0);
    const behind = await rowsOf("billing.revenue_monthly", JUNE);
    assert.deepEqual(
      behind.map(({ label, detail }) => [label, detail]),
      [
        ["Quiet Ltd", "Payment of US$100.00 on 2027-05-10"],
        ["Quiet Ltd", "Refund of US$25.00 on 2027-05-21"],
        ["Quiet Ltd", "Payment of US$50.00 on 2027-05-31"],
      ],
    );
    await pay(1000, "2027-05-11T10:00:00Z", "CHF");
    assert.match((await measure("billing.revenue_monthly", JUNE)).reason ?? "", /CHF to USD/);
  });
});
