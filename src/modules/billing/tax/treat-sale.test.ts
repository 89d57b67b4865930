import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { SellerSettings } from "#modules/billing/contract/seller.ts";
import { TaxEvidence } from "#modules/billing/contract/tax-evidence.ts";
import { readSeller } from "#modules/billing/tax/seller.ts";
import { treatSale } from "#modules/billing/tax/treat-sale.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const seller = SellerSettings.parse({ country: "DE", taxIds: { DE: "DE136695976" }, oss: true });

describe("the tax of a sale", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());

  it("is none, with the reason for staff, until the company says where it is", async () => {
    const { db } = house.app.database;
    const { treatmentOf, evidence } = await treatSale(db, {
      seller: await readSeller(db),
      buyer: { country: "FR" },
      categories: ["digital_service"],
      on: "2027-01-04",
    });
    assert.deepEqual(treatmentOf("digital_service"), {
      jurisdiction: "-",
      code: "O",
      ratePpm: 0,
      reason: "No tax is charged on this sale.",
    });
    assert.deepEqual(evidence.flags, ["seller_unset"]);
    TaxEvidence.parse(evidence);
  });

  it("follows the consumer through the One Stop Shop, and says which evidence of the place is missing", async () => {
    const { db } = house.app.database;
    const sale = {
      seller,
      buyer: { country: "FR" },
      categories: ["digital_service", "consulting"],
      on: "2027-01-04",
    };
    const thin = await treatSale(db, sale);
    assert.deepEqual(thin.treatmentOf("digital_service"), {
      jurisdiction: "FR",
      code: "S",
      ratePpm: 200_000,
      reason: null,
    });
    assert.equal(thin.treatmentOf("consulting").jurisdiction, "DE");
    assert.deepEqual(thin.evidence.flags, ["location_thin"]);
    const firm = await treatSale(db, { ...sale, clientCountry: "FR" });
    assert.deepEqual(firm.evidence.flags, []);
    const torn = await treatSale(db, { ...sale, clientCountry: "BR" });
    assert.deepEqual(torn.evidence.flags, ["location_contradicts", "location_thin"]);
  });

  it("answers for no category it was not asked about", async () => {
    const { treatmentOf } = await treatSale(house.app.database.db, {
      seller,
      buyer: { country: "FR" },
      categories: ["digital_service"],
      on: "2027-01-04",
    });
    assert.throws(() => treatmentOf("consulting"), /was not asked for/);
  });
});
