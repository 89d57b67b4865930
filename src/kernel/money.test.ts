import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { isAppError } from "#kernel/errors.ts";
import {
  allocate,
  checkedMinor,
  currencyExponent,
  formatMoney,
  isCurrency,
  majorText,
  MAX_AMOUNT_MINOR,
  minorOfMajor,
  mulDiv,
  parseMoney,
  scaleTogether,
  sumMinor,
} from "#kernel/money.ts";

const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);
const refusal = (code: string) => (error: unknown) => isAppError(error) && error.code === code;

describe("currencies", () => {
  it("have the digits of ISO 4217, not of Intl", () => {
    const digits = ["USD", "EUR", "JPY", "KWD", "CLF", "LBP", "MMK", "SOS", "ISK"].map(currencyExponent);
    assert.deepEqual(digits, [2, 2, 0, 3, 4, 2, 2, 2, 0]);
  });

  it("are those that people pay with", () => {
    assert.equal(isCurrency("USD"), true);
    assert.equal(isCurrency("XOF"), true);
    for (const code of ["XAU", "XXX", "XTS", "usd", "", "ABC"]) assert.equal(isCurrency(code), false, code);
    assert.throws(() => currencyExponent("XAU"), refusal("money.currency_unknown"));
  });
});

describe("arithmetic", () => {
  it("rounds halves away from zero", () => {
    const rounded = [
      [5, 1, 2],
      [-5, 1, 2],
      [5, -1, 2],
      [5, 1, -2],
      [4, 1, 3],
      [-4, 1, 3],
      [200_000, 1, 12],
    ].map(([a = 0, b = 0, c = 1]) => mulDiv(a, b, c));
    assert.deepEqual(rounded, [3, -3, -3, -3, 1, -1, 16_667]);
  });

  it("is exact where a product passes 2^53", () => {
    assert.equal(mulDiv(8_999_999_999_999, 999_999, 1_000_000), 8_999_990_999_999);
    assert.equal(mulDiv(MAX_AMOUNT_MINOR, 1_000_003, 1_000_003), MAX_AMOUNT_MINOR);
  });

  it("refuses what is out of range instead of rounding it", () => {
    assert.throws(() => mulDiv(MAX_AMOUNT_MINOR, 2, 1), refusal("money.out_of_range"));
    assert.throws(() => checkedMinor(0.5), refusal("money.out_of_range"));
    assert.throws(() => checkedMinor(Number.NaN), refusal("money.out_of_range"));
    assert.throws(() => sumMinor([MAX_AMOUNT_MINOR, 1]), refusal("money.out_of_range"));
    assert.throws(() => mulDiv(1, 1, 0), RangeError);
  });

  it("is at most half a unit off", () => {
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 1, max: 2_000_000 }),
        (a, b, c) => {
          fc.pre(Math.abs((a * b) / c) < MAX_AMOUNT_MINOR / 2);
          const off = 2n * (BigInt(mulDiv(a, b, c)) * BigInt(c) - BigInt(a) * BigInt(b));
          return off <= BigInt(c) && off >= -BigInt(c) && mulDiv(-a, b, c) === checkedMinor(-mulDiv(a, b, c));
        },
      ),
    );
  });
});

describe("allocation", () => {
  it("gives what is left to the largest fractions, the first of equals first", () => {
    assert.deepEqual(allocate(100, [1, 1, 1]), [34, 33, 33]);
    assert.deepEqual(allocate(-100, [1, 1, 1]), [-34, -33, -33]);
    assert.deepEqual(allocate(10, [1, 2, 0, 4]), [1, 3, 0, 6]);
    assert.deepEqual(allocate(0, [0, 0]), [0, 0]);
    assert.throws(() => allocate(1, [0, 0]), RangeError);
    assert.throws(() => allocate(1, []), RangeError);
    assert.throws(() => allocate(1, [2, -1]), RangeError);
  });

  it("never loses or makes a cent, and stays within one unit of the exact share", () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 })
      .filter((list) => sum(list) > 0);
    fc.assert(
      fc.property(amounts, weights, (amount, list) => {
        const parts = allocate(amount, list);
        const whole = BigInt(sum(list));
        assert.equal(sum(parts), amount);
        for (const [index, part] of parts.entries()) {
          const off = BigInt(part) * whole - BigInt(amount) * BigInt(list[index]!);
          assert.ok(off < whole && off > -whole);
          assert.ok(part === 0 || Math.sign(part) === Math.sign(amount));
        }
      }),
    );
  });

  it("of the negative is the negative", () => {
    fc.assert(
      fc.property(
        amounts,
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1 }),
        (amount, weights) => {
          const negated = allocate(amount, weights).map((part) => checkedMinor(-part));
          assert.deepEqual(allocate(checkedMinor(-amount), weights), negated);
        },
      ),
    );
  });

  it("of a rate adds up to the rate of the sum, whatever the signs", () => {
    const lines = fc.array(fc.integer({ min: -10_000_000, max: 10_000_000 }), { maxLength: 30 });
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 1_000_000 }), (amountsOfLines, ppm) => {
        const parts = scaleTogether(amountsOfLines, ppm, 1_000_000);
        assert.equal(sum(parts), mulDiv(sum(amountsOfLines), ppm, 1_000_000));
        for (const [index, part] of parts.entries()) {
          const off = BigInt(part) * 1_000_000n - BigInt(amountsOfLines[index]!) * BigInt(ppm);
          assert.ok(off < 1_000_000n && off > -1_000_000n, "no line is a whole unit off");
        }
      }),
    );
  });
});

describe("money as text", () => {
  const plain = (text: string) => text.replaceAll("\u00a0", " ");

  it("is written with every digit of the currency, and a symbol nobody mistakes", () => {
    assert.equal(formatMoney(123_450, "USD", "en-US"), "$1,234.50");
    assert.equal(plain(formatMoney(123_450, "EUR", "de-DE")), "1.234,50 €");
    assert.equal(formatMoney(123_450, "CAD", "en-US"), "CA$1,234.50");
    assert.equal(formatMoney(1_500, "JPY", "en-US"), "¥1,500");
    assert.equal(plain(formatMoney(-1_234, "KWD", "en-US")), "-KWD 1.234");
    assert.equal(majorText(-5, "USD"), "-0.05");
  });

  it("is read as people of a locale type it", () => {
    const read: [string, string, string, number | undefined][] = [
      ["1,234.50", "USD", "en-US", 123_450],
      ["1.234,50", "EUR", "de-DE", 123_450],
      ["1 234,5", "EUR", "fr-FR", 123_450],
      ["1\u202f234,5", "EUR", "fr-FR", 123_450],
      ["1’234.50", "CHF", "de-CH", 123_450],
      ["1'234.50", "CHF", "de-CH", 123_450],
      ["12,34,567.5", "INR", "en-IN", 123_456_750],
      ["١٬٢٣٤٫٥٠", "USD", "ar-EG", 123_450],
      ["  -5 ", "USD", "en-US", -500],
      ["\u22125", "USD", "en-US", -500],
      ["1500", "JPY", "ja-JP", 1_500],
    ];
    for (const [text, currency, locale, minor] of read)
      assert.equal(parseMoney(text, currency, locale), minor, `${text} in ${locale}`);
  });

  it("is not guessed at", () => {
    const unread: [string, string, string][] = [
      ["1,5", "EUR", "en-US"],
      ["1.5", "EUR", "de-DE"],
      ["1.234.5", "EUR", "de-DE"],
      ["12.345", "EUR", "en-US"],
      ["1.5", "JPY", "en-US"],
      ["1,234,56", "USD", "en-US"],
      ["", "USD", "en-US"],
      ["abc", "USD", "en-US"],
      ["1e5", "USD", "en-US"],
      ["--5", "USD", "en-US"],
      ["99999999999999999999", "USD", "en-US"],
    ];
    for (const [text, currency, locale] of unread)
      assert.equal(parseMoney(text, currency, locale), undefined, `${text} in ${locale}`);
  });

  it("of machines may carry zeros beyond the digits, and nothing else", () => {
    const read = ["10", "10.5", "10.500", "10.505", "-0.00", "+1", ".5", "1,5"].map((text) =>
      minorOfMajor(text, "EUR"),
    );
    assert.deepEqual(read, [1_000, 1_050, 1_050, undefined, 0, 100, undefined, undefined]);
  });

  it("survives the way there and back", () => {
    const currencies = fc.constantFrom("USD", "EUR", "JPY", "KWD", "CLF");
    const locales = fc.constantFrom(
      "en-US",
      "de-DE",
      "fr-FR",
      "de-CH",
      "en-IN",
      "sv-SE",
      "ar-EG",
      "hi-IN",
      "pl-PL",
    );
    fc.assert(
      fc.property(amounts, currencies, locales, (minor, currency, locale) => {
        assert.equal(minorOfMajor(majorText(minor, currency), currency), minor);
        const digits = currencyExponent(currency);
        const number = new Intl.NumberFormat(locale, {
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        });
        const typed = number.format(majorText(minor, currency) as Intl.StringNumericLiteral);
        assert.equal(parseMoney(typed, currency, locale), minor, typed);
      }),
    );
  });
});
