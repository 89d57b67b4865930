import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { decideTax } from "#modules/billing/rules/tax/decide-tax.ts";
import { PUBLISHED_RATES } from "#modules/billing/rules/tax/rates/published.ts";
import { rateAt } from "#modules/billing/rules/tax/rate-at.ts";
import { reasonWords } from "#modules/billing/rules/tax/reasons.ts";
import { EU_MEMBERS, territoryOf } from "#modules/billing/rules/tax/territory.ts";
import type { SaleFacts, TaxIdStatus } from "#modules/billing/rules/tax/types.ts";

const countries = [...EU_MEMBERS, "GB", "XI", "CH", "NO", "US", "CA", "MC", "IM", "RE", "SG", "ZZ"];
const country = fc.constantFrom(...countries);
const statuses: TaxIdStatus[] = ["none", "invalid", "format_only", "unavailable", "valid"];
const day = fc
  .date({ min: new Date("2015-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const sale: fc.Arbitrary<SaleFacts> = fc.record({
  seller: fc.record({
    country: fc.option(country),
    registeredIn: fc.uniqueArray(country, { maxLength: 4 }),
    oss: fc.boolean(),
    isAboveEuThreshold: fc.boolean(),
    isSmallBusiness: fc.boolean(),
    usStates: fc.subarray(["NY", "TX", "OR", "QQ"]),
    trustsUnconfirmedIds: fc.boolean(),
  }),
  buyer: fc.record({
    country,
    region: fc.option(fc.constantFrom("NY", "tx", "OR", "CA", "QQ", "")),
    postcode: fc.option(
      fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom("35001", "9000-017", "6691", "22100")),
    ),
    isOrganisation: fc.boolean(),
    taxId: fc.option(fc.record({ country, status: fc.constantFrom(...statuses) })),
  }),
  category: fc.oneof(
    fc.constantFrom("digital_service", "course_live", "consulting", "education_exempt"),
    fc.string(),
  ),
  on: day,
  rates: fc.constant(PUBLISHED_RATES),
});

describe("the decision of tax", () => {
  it("gives one treatment that fits its code, whatever the facts", () => {
    fc.assert(
      fc.property(sale, (facts) => {
        const { code, ratePpm, jurisdiction, why, rateFrom } = decideTax(facts);
        assert.equal(ratePpm > 0, code === "S");
        assert.equal(jurisdiction === "-", code === "O");
        assert.equal(rateFrom !== null, code === "S");
        if (code === "S") assert.equal(ratePpm, rateAt(PUBLISHED_RATES, jurisdiction, facts.on)?.ratePpm);
        // EN 16931 asks for a reason wherever none is charged, and for none where it is.
        assert.equal(reasonWords(why, "en", facts.seller.country) === null, code === "S");
      }),
      { numRuns: 3000 },
    );
  });

  it("leaves tax to the buyer only for a confirmed id of its own member state, and never at home", () => {
    fc.assert(
      fc.property(sale, (facts) => {
        const { code, jurisdiction } = decideTax(facts);
        if (code !== "AE") return;
        const { buyer, seller } = facts;
        const trusted = seller.trustsUnconfirmedIds ? ["valid", "format_only", "unavailable"] : ["valid"];
        assert.ok(buyer.taxId && trusted.includes(buyer.taxId.status));
        assert.equal(territoryOf(buyer.country, buyer.region, buyer.postcode).member, jurisdiction);
        assert.notEqual(jurisdiction, seller.country);
      }),
      { numRuns: 3000 },
    );
  });

  it("never mixes an untaxed category with a taxed one in one sale within the EU", () => {
    // EN 16931, BR-O-11: an invoice outside of the scope of VAT holds no other category of it.
    fc.assert(
      fc.property(sale, (facts) => {
        if (!EU_MEMBERS.includes(facts.seller.country ?? "") || facts.on < "2025-01-01") return;
        const categories = ["digital_service", "course_live", "consulting"];
        const codes = categories.map((category) => decideTax({ ...facts, category }).code);
        const outside = codes.filter((code) => code === "O").length;
        if (
          facts.seller.usStates.length === 0 &&
          facts.seller.registeredIn.every((c) => EU_MEMBERS.includes(c))
        )
          assert.ok(outside === 0 || outside === codes.length);
      }),
      { numRuns: 3000 },
    );
  });

  it("knows a rate of each member state on each day since 2021", () => {
    for (const member of EU_MEMBERS) assert.ok(rateAt(PUBLISHED_RATES, member, "2021-01-01"), member);
  });

  it("has its sentences in three languages, the domestic one for small businesses", () => {
    assert.match(
      reasonWords("reverse_charge", "de-AT", "AT") ?? "",
      /Steuerschuldnerschaft des Leistungsempfängers/,
    );
    assert.match(reasonWords("reverse_charge", "es", "ES") ?? "", /sujeto pasivo/);
    assert.match(reasonWords("reverse_charge", "fr", "FR") ?? "", /^Autoliquidation/);
    assert.match(reasonWords("reverse_charge", "nl", "NL") ?? "", /Article 196/);
    assert.match(reasonWords("small_business", "de", "DE") ?? "", /§ 19 UStG/);
    assert.match(reasonWords("small_business", "de", "LU") ?? "", /Artikel 284/);
  });
});
