import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "#kernel/db/sql.ts";
import { SellerSettings } from "#modules/billing/contract/seller.ts";
import { treatSale } from "#modules/billing/tax/treat-sale.ts";
import { insertInvoice } from "#test/factories/tax-invoice.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const seller = SellerSettings.parse({ country: "DE", taxIds: { DE: "DE136695976" }, oss: true });

describe("rates of tax", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());
  const add = (jurisdiction: string, validFrom: string, ratePpm: number) =>
    house.call(
      "billing.add_tax_rate",
      { jurisdiction, validFrom, ratePpm, source: "Law of the day" },
      "finance",
    );
  const rateOn = async (country: string, on: string) =>
    (
      await treatSale(house.app.database.db, {
        seller,
        buyer: { country },
        categories: ["digital_service"],
        on,
      })
    ).treatmentOf("digital_service").ratePpm;
  const shown = async (text: string, all = false) =>
    (await house.call("billing.list_tax_rates", { text, all })).items.map(
      ({ jurisdiction, validFrom, validUntil, ratePpm, isCurrent }) =>
        `${jurisdiction} ${validFrom}–${validUntil ?? ""} ${ratePpm / 10_000}${isCurrent ? " now" : ""}`,
    );

  it("are added from a day on, and count from that day", async () => {
    const { invoicesSince } = await add("fr", "2027-03-01", 210_000);
    assert.equal(invoicesSince, 0);
    assert.deepEqual(
      [await rateOn("FR", "2027-02-28"), await rateOn("FR", "2027-03-01")],
      [200_000, 210_000],
    );
    assert.deepEqual(await shown("FR"), ["FR 2014-01-01–2027-03-01 20 now", "FR 2027-03-01– 21"]);
  });

  it("show those of the past on request", async () => {
    assert.deepEqual(await shown("EE"), ["EE 2025-07-01– 24 now"]);
    assert.equal((await shown("EE", true)).length, 3);
    assert.equal((await shown("US-")).length, 52);
  });

  it("say how many invoices were issued since a day that has passed", async () => {
    const { db } = house.app.database;
    await insertInvoice(db, {
      issuedOn: "2027-01-02",
      jurisdiction: "NL",
      code: "S",
      ratePpm: 210_000,
      taxMinor: 2100,
    });
    assert.equal((await add("NL", "2027-01-01", 220_000)).invoicesSince, 1);
  });

  it("are never put before one that is known, and once when twenty add it together", async () => {
    await assert.rejects(add("FR", "2026-01-01", 220_000), { code: "billing.tax_rate_not_later" });
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => add("SE", "2028-01-01", 240_000)),
    );
    assert.equal(tries.filter(({ status }) => status === "fulfilled").length, 1);
    for (const attempt of tries)
      if (attempt.status === "rejected") assert.equal(attempt.reason.code, "billing.tax_rate_not_later");
  });

  it("can be taken back until their day comes, and be entered rightly then", async () => {
    const { rateId } = await add("BE", "2027-02-01", 120_000);
    await house.call("billing.withdraw_tax_rate", { rateId }, "finance");
    assert.equal(await rateOn("BE", "2027-02-01"), 210_000);
    const right = await add("BE", "2027-02-01", 220_000);
    house.clock.set(Temporal.Instant.from("2027-02-01T00:00:00Z"));
    await assert.rejects(
      house.call("billing.withdraw_tax_rate", right.rateId ? { rateId: right.rateId } : { rateId }),
      {
        code: "billing.tax_rate_in_force",
      },
    );
    assert.equal(await rateOn("BE", "2027-02-01"), 220_000);
    await assert.rejects(house.call("billing.withdraw_tax_rate", { rateId }), {
      code: "billing.tax_rate_unknown",
    });
  });

  it("are not changed by anybody, not even by SQL", async () => {
    const { db } = house.app.database;
    const { rateId } = await add("PL", "2029-01-01", 240_000);
    await assert.rejects(db.execute(sql`UPDATE billing.tax_rate SET rate_ppm = 1 WHERE id = ${rateId}`));
    await assert.rejects(db.execute(sql`DELETE FROM billing.tax_rate WHERE id = ${rateId}`));
  });

  it("may be read by support and added by finance alone", async () => {
    await house.call("billing.list_tax_rates", {}, "support");
    const rate = { jurisdiction: "AT", validFrom: "2030-01-01", ratePpm: 1, source: "x" };
    for (const role of ["support", "viewer", "editor"] as const)
      await assert.rejects(house.call("billing.add_tax_rate", rate, role), { kind: "forbidden" });
  });
});

describe("the seller", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());

  it("is told what is missing until tax and invoices are right", async () => {
    const codes = async () =>
      (await house.call("billing.get_seller", {}, "viewer")).problems.map(({ code }) => code);
    assert.deepEqual(await codes(), ["country_missing", "iban_missing"]);
    const whole = {
      country: "DE",
      line1: "Weg 1",
      city: "Berlin",
      taxIds: { DE: "de 136 695 976" },
      iban: "de89 3704 0044 0532 0130 00",
    };
    const half = SellerSettings.parse({ ...whole, taxIds: {}, isAboveEuThreshold: true });
    await house.call("billing.update_seller", half, "finance");
    assert.deepEqual(await codes(), ["tax_id_missing", "oss_missing"]);
    const { seller: kept } = await house.call(
      "billing.update_seller",
      SellerSettings.parse(whole),
      "finance",
    );
    assert.deepEqual([kept.taxIds, kept.iban], [{ DE: "DE136695976" }, "DE89370400440532013000"]);
    assert.deepEqual(await codes(), []);
  });

  it("has no tax id that is none, nor one of another country in its place", async () => {
    for (const taxIds of [{ DE: "DE136695977" }, { FR: "DE136695976" }] as Record<string, string>[])
      await assert.rejects(
        house.call("billing.update_seller", SellerSettings.parse({ country: "DE", taxIds })),
        { code: "billing.tax_id_malformed" },
      );
  });
});
