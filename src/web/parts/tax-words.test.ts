import assert from "node:assert/strict";
import { it } from "node:test";
import { ratePercent, taxLabel } from "./tax-words.ts";

it("tax is named by its rate and place, or by why there is none", () => {
  const label = (jurisdiction: string, ratePpm: number, code: "S" | "AE" | "O" | "E" = "S") =>
    taxLabel({ jurisdiction, code, ratePpm }, "en-GB");
  assert.equal(label("DE", 190_000), "VAT 19 %, Germany");
  assert.equal(label("GB", 200_000), "VAT 20 %, United Kingdom");
  assert.equal(label("US-NY", 88_750), "Tax 8.875 %, NY, United States");
  assert.equal(label("", 50_000), "Tax 5 %");
  assert.equal(label("FR", 0, "AE"), "VAT, reverse charge");
  assert.equal(label("US-OR", 0, "O"), "No tax");
  assert.equal(ratePercent(77_000, "de-DE"), "7,7 %");
});
