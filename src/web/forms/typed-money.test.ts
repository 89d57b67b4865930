import assert from "node:assert/strict";
import { it } from "node:test";
import * as fc from "fast-check";
import { moneyInField, typedMinor, typedPpm } from "./typed-money.ts";

it("reads money as the person writes it, and asks for a number where it cannot", () => {
  assert.equal(typedMinor("1.234,50", "EUR", "de-DE"), "123450");
  assert.equal(typedMinor("97", "USD", "en-GB"), "9700");
  assert.equal(typedMinor("1500", "JPY", "en-GB"), "1500");
  assert.equal(typedMinor("", "USD", "en-GB"), "");
  assert.equal(typedMinor(undefined, "USD", "en-GB"), "");
  for (const text of ["1e3", "9.999", "ninety", "1,5"])
    assert.ok(Number.isNaN(Number(typedMinor(text, "USD", "en-GB"))), text);
});

it("reads percent to four digits", () => {
  assert.equal(typedPpm("20", "en-GB"), "200000");
  assert.equal(typedPpm("8,875", "de-DE"), "88750");
});

it("reads back what it shows", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000_000 }),
      fc.constantFrom("USD", "JPY", "KWD"),
      fc.constantFrom("en-GB", "de-DE", "fr-FR", "ar-EG", "pt-PT"),
      (minor, currency, locale) =>
        typedMinor(moneyInField(minor, currency, locale), currency, locale) === String(minor),
    ),
  );
});
