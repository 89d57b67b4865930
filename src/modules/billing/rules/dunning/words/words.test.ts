import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { chooseWords, dayWords } from "#modules/billing/rules/dunning/words/choose-words.ts";
import type { ReminderFacts } from "#modules/billing/rules/dunning/words/types.ts";

const facts: ReminderFacts = {
  number: "INV-7",
  amount: "€97.00",
  dueOn: "10 January 2027",
  company: "Example",
  method: "Visa ending in 4242",
  suspendsOn: "24 January 2027",
  isSuspended: false,
  isOrder: false,
  isFirst: false,
  isLast: false,
};
const variants: Partial<ReminderFacts>[] = [
  { isFirst: true },
  {},
  { isSuspended: true, suspendsOn: null },
  { isLast: true },
  { isOrder: true, method: null, suspendsOn: null },
];

describe("the words of dunning", () => {
  for (const locale of ["en-GB", "de-AT", "es-MX"])
    it(`name number, amount and day in every mail, and never shout: ${locale}`, () => {
      const { words, lang } = chooseWords(locale);
      assert.equal(lang, locale);
      for (const variant of variants) {
        const { subject, paragraphs } = words.reminder({ ...facts, ...variant });
        const all = [subject, ...paragraphs].join("\n");
        for (const fact of ["INV-7", "€97.00", "10 January 2027"]) assert.ok(all.includes(fact), all);
        assert.equal(all.includes("24 January 2027"), !variant.isSuspended && !variant.isOrder);
        assert.equal(all.includes("Visa"), variant.method !== null);
        assert.doesNotMatch(all, /!|undefined|null|false/u);
      }
      assert.equal(
        new Set(variants.map((variant) => words.reminder({ ...facts, ...variant }).subject)).size >= 4,
        true,
      );
    });

  it("are English for who reads neither of the three, days with them", () => {
    const { words, lang } = chooseWords("pl-PL");
    assert.equal(lang, "en");
    assert.match(words.suspended(facts).subject, /on hold/);
    assert.equal(dayWords("2027-01-10", "de-DE"), "10. Januar 2027");
  });
});
