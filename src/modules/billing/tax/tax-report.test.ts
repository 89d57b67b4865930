import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { TaxReportRow } from "#modules/billing/contract/tax.ts";
import { insertInvoice, type TaxedDocument } from "#test/factories/tax-invoice.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const why = (reason: string, { jurisdiction = "-", code = "O", ratePpm = 0 }: Partial<TaxedDocument>) => ({
  decisions: [{ category: "digital_service", jurisdiction, code, ratePpm, why: reason, rateFrom: null }],
  flags: [] as string[],
});
const france = { jurisdiction: "FR", code: "S", ratePpm: 200_000 } as const;
const home = { jurisdiction: "DE", code: "S", ratePpm: 190_000 } as const;

describe("the tax of a quarter", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp({ start: "2027-08-01T09:00:00Z" });
    const { db } = house.app.database;
    const oss = why("oss", france);
    await insertInvoice(db, {
      issuedOn: "2026-12-31",
      ...home,
      netMinor: 100,
      taxMinor: 19,
      evidence: why("domestic", home),
    });
    await insertInvoice(db, {
      issuedOn: "2027-01-01",
      ...home,
      netMinor: 10_000,
      taxMinor: 1900,
      evidence: why("domestic", home),
    });
    const first = await insertInvoice(db, {
      issuedOn: "2027-02-01",
      ...france,
      netMinor: 20_000,
      taxMinor: 4000,
      evidence: oss,
    });
    await insertInvoice(db, {
      issuedOn: "2027-03-31",
      ...france,
      netMinor: 30_000,
      taxMinor: 6000,
      evidence: oss,
    });
    await insertInvoice(db, {
      issuedOn: "2027-03-31",
      ...france,
      currency: "USD",
      netMinor: 500,
      taxMinor: 100,
      evidence: oss,
    });
    await insertInvoice(db, {
      issuedOn: "2027-03-01",
      ...france,
      netMinor: 700,
      taxMinor: 140,
      corrects: first,
    });
    await insertInvoice(db, {
      issuedOn: "2027-04-10",
      ...france,
      netMinor: 1000,
      taxMinor: 200,
      corrects: first,
    });
    await insertInvoice(db, {
      issuedOn: "2027-04-11",
      ...france,
      netMinor: 900,
      taxMinor: 180,
      evidence: oss,
    });
    await insertInvoice(db, {
      issuedOn: "2027-03-05",
      ...home,
      netMinor: 5000,
      taxMinor: 950,
      evidence: why("domestic", home),
      voidedAt: "2027-05-02T10:00:00Z",
    });
    await insertInvoice(db, {
      issuedOn: "2027-02-10",
      jurisdiction: "ES",
      code: "AE",
      netMinor: 7000,
      evidence: {
        ...why("reverse_charge", {}),
        taxId: { number: "ESB58378431", country: "ES", status: "valid" },
      },
    });
    await insertInvoice(db, { issuedOn: "2027-02-11", netMinor: 8000, evidence: why("outside_eu", {}) });
  });
  after(() => house.close());
  const report = (quarter: number) => house.call("billing.get_tax_report", { year: 2027, quarter }, "viewer");
  const line = (row: TaxReportRow) =>
    [
      row.return,
      row.jurisdiction,
      row.ratePpm / 10_000,
      row.currency,
      row.netMinor,
      row.taxMinor,
      row.corrects ?? "-",
    ].join(" ");

  it("adds up what was issued in it, less what was given back, per return, place, rate and currency", async () => {
    const { rows, isComplete, startsOn, endsOn } = await report(1);
    assert.deepEqual([startsOn, endsOn, isComplete], ["2027-01-01", "2027-04-01", true]);
    assert.deepEqual(rows.map(line), [
      "local DE 19 EUR 15000 2850 -",
      "oss FR 20 EUR 49300 9860 -",
      "oss FR 20 USD 500 100 -",
      "reverse_charge ES 0 EUR 7000 0 -",
      "none - 0 EUR 8000 0 -",
    ]);
  });

  it("keeps a quarter that is over: what is corrected later stands in the later one and names the earlier", async () => {
    const { rows, isComplete } = await report(2);
    assert.equal(isComplete, true);
    assert.deepEqual(rows.map(line), [
      "local DE 19 EUR -5000 -950 2027-Q1",
      "oss FR 20 EUR 900 180 -",
      "oss FR 20 EUR -1000 -200 2027-Q1",
    ]);
    assert.equal((await report(3)).isComplete, false);
  });

  it("names the businesses of other member states for the recapitulative statement", async () => {
    assert.deepEqual((await report(1)).recapitulative, [
      { taxId: "ESB58378431", currency: "EUR", netMinor: 7000 },
    ]);
  });

  it("comes as CSV with the same figures, and with its head when there are none", async () => {
    const { csv } = await house.call("billing.export_tax_report", { year: 2027, quarter: 2 });
    assert.deepEqual(csv.trimEnd().split("\r\n"), [
      "return,jurisdiction,code,rate_percent,currency,net,tax,documents,corrects",
      "local,DE,S,19,EUR,-50.00,-9.50,1,2027-Q1",
      "oss,FR,S,20,EUR,9.00,1.80,1,",
      "oss,FR,S,20,EUR,-10.00,-2.00,1,2027-Q1",
    ]);
    const none = await house.call("billing.export_tax_report", { year: 2031, quarter: 1 });
    assert.match(none.csv, /^return,jurisdiction/);
  });
});

describe("doubtful tax", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());
  const flagged = (...flags: string[]) => ({
    ...why("oss", france),
    flags,
    territory: "FR",
    location: {
      signals: [
        { kind: "billing_address", country: "FR" },
        { kind: "client_address", country: "BR" },
      ],
      supporting: 1,
    },
  });

  it("is listed until somebody says what was found, once when twenty say so together", async () => {
    const { db } = house.app.database;
    const doubtful = await insertInvoice(db, {
      issuedOn: "2027-01-02",
      evidence: flagged("location_contradicts"),
    });
    const thin = await insertInvoice(db, { issuedOn: "2027-01-02", evidence: flagged("location_thin") });
    await insertInvoice(db, { issuedOn: "2027-01-02", evidence: flagged() });
    const ids = async (input = {}) =>
      (await house.call("billing.list_tax_reviews", input)).items.map((item) => item.invoiceId);
    assert.deepEqual(await ids(), [doubtful]);
    assert.deepEqual(await ids({ group: "thin" }), [thin]);
    assert.equal((await house.call("billing.get_tax_report", { year: 2027, quarter: 1 })).openReviews, 1);
    const review = () =>
      house.call(
        "billing.review_tax",
        { invoiceId: doubtful, note: "Travelling; card is French" },
        "finance",
      );
    const tries = await Promise.allSettled(Array.from({ length: 20 }, review));
    assert.equal(tries.filter(({ status }) => status === "fulfilled").length, 1);
    assert.deepEqual(await ids(), []);
    const [seen] = (await house.call("billing.list_tax_reviews", { state: "reviewed" })).items;
    assert.equal(seen?.note, "Travelling; card is French");
    assert.equal((await house.call("billing.get_tax_report", { year: 2027, quarter: 1 })).openReviews, 0);
  });

  it("is nobody's to review where there is none", async () => {
    const clean = await insertInvoice(house.app.database.db, { issuedOn: "2027-01-02" });
    await assert.rejects(house.call("billing.review_tax", { invoiceId: clean, note: "x" }), {
      code: "billing.tax_not_doubtful",
    });
  });

  it("pages without losing one", async () => {
    const { db } = house.app.database;
    for (let index = 0; index < 5; index += 1)
      await insertInvoice(db, { issuedOn: "2027-02-02", evidence: flagged("rate_missing") });
    const seen = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = await house.call("billing.list_tax_reviews", { limit: 2, cursor });
      for (const { invoiceId } of page.items) seen.add(invoiceId);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    assert.equal(seen.size, 5);
    await assert.rejects(house.call("billing.list_tax_reviews", { cursor: "rubbish" }), {
      code: "billing.cursor_unknown",
    });
  });
});
