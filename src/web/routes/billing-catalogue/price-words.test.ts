import assert from "node:assert/strict";
import { it } from "node:test";
import { priceWords, type Terms } from "./price-words.ts";

const words = (given: Partial<Terms>) =>
  priceWords(
    {
      currency: "USD",
      scheme: "flat",
      amountMinor: 9_700,
      tiers: null,
      packageSize: null,
      cycle: "month",
      cycleCount: 1,
      instalments: null,
      includesTax: false,
      ...given,
    },
    (minor) => `$${minor / 100}`,
  );

it("says what a price is in a few words", () => {
  assert.equal(words({}), "$97 a month");
  assert.equal(words({ cycle: "year" }), "$97 a year");
  assert.equal(words({ cycleCount: 3 }), "$97 every 3 months");
  assert.equal(words({ cycle: "once" }), "$97 once");
  assert.equal(words({ cycle: "instalments", instalments: 3 }), "$97 in 3 instalments");
  assert.equal(words({ scheme: "per_seat" }), "$97 a seat a month");
  assert.equal(words({ scheme: "package", packageSize: 50 }), "$97 for every 50 a month");
  const tiers = [
    { upTo: 10, unitMinor: 900, flatMinor: 0 },
    { upTo: null, unitMinor: 700, flatMinor: 0 },
  ];
  assert.equal(words({ scheme: "graduated", tiers, amountMinor: 0 }), "From $7 each a month");
});
