import { de } from "#modules/billing/rules/dunning/words/de.ts";
import { en } from "#modules/billing/rules/dunning/words/en.ts";
import { es } from "#modules/billing/rules/dunning/words/es.ts";
import type { DunningWords } from "#modules/billing/rules/dunning/words/types.ts";

const WORDS: Readonly<Record<string, DunningWords>> = { de, en, es };

/** The words for a reader and the BCP 47 tag they are written in; English for languages that have none. */
export function chooseWords(locale: string): { words: DunningWords; lang: string } {
  const language = locale.slice(0, 2).toLowerCase();
  const words = WORDS[language];
  return words ? { words, lang: locale } : { words: en, lang: "en" };
}

/** A local day in the words of a locale: "10 January 2027". */
export const dayWords = (day: string, lang: string): string =>
  Temporal.PlainDate.from(day).toLocaleString(lang, { dateStyle: "long" });
