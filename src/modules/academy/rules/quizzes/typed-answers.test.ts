import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { foldWords, isAccepted } from "#modules/academy/rules/quizzes/fold-words.ts";
import { readNumbers } from "#modules/academy/rules/quizzes/read-number.ts";

const accepted = (given: string, ...accept: string[]) => isAccepted(given, { accept, caseSensitive: false });

describe("typed words", () => {
  it("are compared by what a person means: forms, case, space and typographic marks aside", () => {
    for (const [given, accept] of [
      ["STRASSE", "Straße"],
      ["straße", "STRASSE"],
      ["STRAẞE", "Straße"],
      ["İSTANBUL", "istanbul"],
      ["ISPARTA", "ısparta"],
      ["ısparta", "ISPARTA"],
      ["ΟΔΟΣ", "οδός".normalize("NFD").replace(/\u0301/g, "")],
      ["ﬁnance", "FINANCE"],
      ["Ｍａｒｇｉｎ", "margin"],
      ["  gross   margin ", "Gross margin"],
      ["it’s", "it's"],
      ["break–even", "break-even"],
      ["mar\u00adgin", "margin"],
      ["Ma\u0308rkte", "Märkte"],
    ] as const)
      assert.ok(accepted(given, accept), `${given} is ${accept}`);
  });

  it("are told apart where they differ: accents, other words, nothing at all, patterns", () => {
    for (const [given, accept] of [
      ["schon", "schön"],
      ["margins", "margin"],
      ["", "x"],
      ["\u00ad", "x"],
      ["axb", "a.b"],
      [".*", "anything"],
      ["a|b", "a"],
    ] as const)
      assert.ok(!accepted(given, accept), `${given} is not ${accept}`);
    assert.ok(!isAccepted("usd", { accept: ["USD"], caseSensitive: true }));
    assert.ok(isAccepted(" USD ", { accept: ["USD"], caseSensitive: true }));
  });

  it("come out the same when folded again, and in upper or lower case", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        assert.equal(foldWords(foldWords(text)), foldWords(text));
        assert.equal(foldWords(text.toUpperCase()), foldWords(text));
        assert.equal(foldWords(`  ${text}\n`), foldWords(text));
      }),
    );
  });
});

describe("a typed number", () => {
  it("is read with decimal point or comma, thousands apart, sign, power and unit", () => {
    for (const [text, value, unit] of [
      ["1234.5", 1234.5],
      ["1234,5", 1234.5],
      ["1,234.5", 1234.5],
      ["1.234,5", 1234.5],
      ["1 234,5", 1234.5],
      ["1\u202f234,5", 1234.5],
      ["1'234.50", 1234.5],
      ["1’234’567", 1_234_567],
      ["1.234.567", 1_234_567],
      ["1,234", 1234],
      ["1,234", 1.234],
      ["1.234", 1.234],
      ["−12,5", -12.5],
      ["+3", 3],
      [".5", 0.5],
      ["2.5e3", 2500],
      ["12 %", 12, "%"],
      ["€ 1.200", 1200, "€"],
      ["1200 eur", 1200, "EUR"],
      ["-€5", -5, "€"],
    ] as [string, number, string?][])
      assert.ok(
        readNumbers(text, unit).includes(value),
        `${text} may be ${value}: ${readNumbers(text, unit)}`,
      );
  });

  it("is none where it is words, or has a unit nobody asked for, or digits oddly grouped", () => {
    for (const text of [
      "",
      "twelve",
      "12 apples",
      "1,23,456",
      "1.2.3",
      "12-3",
      "1e999",
      "--5",
      "0x10",
      "NaN",
      "Infinity",
    ])
      assert.deepEqual(readNumbers(text), [], text);
  });

  it("is read back from every plain way of writing it", () => {
    const numbers = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((cents) => cents / 100);
    fc.assert(
      fc.property(numbers, fc.constantFrom("en-GB", "de-DE", "fr-FR", "de-CH"), (value, locale) => {
        const text = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
        assert.ok(readNumbers(text).includes(value === 0 ? 0 : value), text);
      }),
    );
  });
});
