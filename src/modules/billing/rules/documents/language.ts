/** Languages that documents and mails are written in; any other reads English. */
export const LANGUAGES = ["en", "de", "es", "fr"] as const;
export type Language = (typeof LANGUAGES)[number];

const isLanguage = (text: string): text is Language => (LANGUAGES as readonly string[]).includes(text);

/** The language a customer of a BCP 47 locale reads our words in. */
export function languageOf(locale: string): Language {
  const [first = ""] = locale.toLowerCase().split(/[-_]/);
  return isLanguage(first) ? first : "en";
}

/** The locale that numbers and days are written in: the customer's own where the words are, else British English. */
export function writingLocale(locale: string): string {
  const fallback = "en-GB";
  if (languageOf(locale) === "en" && !/^en\b/i.test(locale)) return fallback;
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? fallback;
  } catch {
    return fallback;
  }
}
