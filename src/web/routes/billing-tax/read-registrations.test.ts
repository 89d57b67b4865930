import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { SellerSettings } from "#modules/billing/contract/seller.ts";
import { coerce } from "#web/forms/coerce.ts";
import type { RawForm } from "#web/forms/raw-form.ts";
import { readRegistrations } from "#web/routes/billing-tax/read-registrations.ts";

describe("the form of registrations", () => {
  it("gives tax ids by country and states as a list, and leaves empty rows out", () => {
    const form = {
      country: "DE",
      taxIdRows: [
        { country: "de", number: " DE136695976 " },
        { country: "", number: "" },
      ],
      usStates: "ny, TX;ca",
      oss: "on",
    };
    const read = readRegistrations(form);
    assert.deepEqual(read.taxIds, { DE: "DE136695976" });
    assert.deepEqual(read.usStates, ["NY", "TX", "CA"]);
    const settings = SellerSettings.parse(coerce(SellerSettings, read as RawForm));
    assert.deepEqual([settings.oss, settings.isSmallBusiness, settings.country], [true, false, "DE"]);
  });

  it("keeps a row without a country for the schema to refuse", () => {
    const read = readRegistrations({ taxIdRows: [{ country: "", number: "DE1" }] });
    assert.equal(SellerSettings.safeParse(read).success, false);
  });
});
