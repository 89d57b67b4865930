import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { countryOfLanguages, isCountry, isInEu } from "#web/format/country-facts.ts";
import { addressFaults, addressRules } from "./address-rules.ts";

describe("addresses by country", () => {
  it("ask for what addresses have there", () => {
    assert.equal(addressRules("US").region?.options?.length, 51);
    assert.equal(addressRules("US").postcode?.label, "ZIP code");
    assert.equal(addressRules("DE").region, null);
    assert.equal(addressRules("DE").taxId, "VAT number");
    assert.equal(addressRules("AE").postcode, null);
    assert.equal(addressRules("IE").postcode?.required, false);
  });

  it("name what is missing, and nothing else", () => {
    const of = (country: string, postcode: string | null, region: string | null = null) =>
      Object.keys(addressFaults({ country, postcode, region }));
    assert.deepEqual(of("US", "10001", "NY"), []);
    assert.deepEqual(of("US", "1000", "XX"), ["postcode", "region"]);
    assert.deepEqual(of("US", null), ["postcode", "region"]);
    assert.deepEqual(of("DE", "10115"), []);
    assert.deepEqual(of("DE", null), ["postcode"]);
    assert.deepEqual(of("HK", null), []);
    assert.deepEqual(of("BR", "01310-100"), []);
  });
});

describe("countries", () => {
  it("are known by their codes, and those of the union as such", () => {
    assert.deepEqual(["DE", "XX", "de", ""].map(isCountry), [true, false, false, false]);
    assert.deepEqual(["GR", "GB", "CH"].map(isInEu), [true, false, false]);
  });

  it("are guessed from a browser's languages, if these say any", () => {
    assert.equal(countryOfLanguages("de-CH,de;q=0.9,en-GB;q=0.8"), "CH");
    assert.equal(countryOfLanguages("zh-Hant-TW"), "TW");
    assert.equal(countryOfLanguages("en, fr"), null);
    assert.equal(countryOfLanguages("xx-ZZ"), null);
    assert.equal(countryOfLanguages(null), null);
  });
});
