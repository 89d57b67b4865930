/** The languages Cairn's own words exist in; the first is the fallback. */
export const interfaceLanguages = ["en"] as const;

const RIGHT_TO_LEFT = new Set(["ar", "dv", "fa", "he", "ku", "ps", "ug", "ur", "yi"]);

/**
 * The locale a page is really written in: the wanted one where its language exists, else English with the
 * wanted region's customs (`de-DE` becomes `en-DE`), so that `lang` never promises words the page lacks.
 */
export function interfaceLocale(wanted: string): string {
  const locale = parse(wanted);
  if (!locale) return "en-GB";
  if (interfaceLanguages.some((language) => language === locale.language)) return locale.baseName;
  const { region } = locale.maximize();
  return region ? `${interfaceLanguages[0]}-${region}` : "en-GB";
}

/** Which way a locale's text runs. */
export function textDirection(locale: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(parse(locale)?.language ?? "en") ? "rtl" : "ltr";
}

function parse(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    return null;
  }
}
