import type { Option } from "#web/ui/select.tsx";

const LANGUAGES = [
  "en",
  "en-GB",
  "en-US",
  "de-DE",
  "es-ES",
  "es-MX",
  "fr-FR",
  "it-IT",
  "nl-NL",
  "pl-PL",
  "pt-BR",
  "pt-PT",
  "sv-SE",
];

/** All time zones of the platform's database. */
export const zoneOptions = (): Option[] =>
  [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])].map((zone) => ({
    value: zone,
    label: zone.replaceAll("_", " "),
  }));

/** All currencies, with their code first: that is what people type. */
export function currencyOptions(): Option[] {
  const names = new Intl.DisplayNames(["en"], { type: "currency" });
  return Intl.supportedValuesOf("currency").map((code) => ({
    value: code,
    label: `${code} · ${names.of(code)}`,
  }));
}

/** Ways to write dates and numbers; one that was chosen elsewhere is kept in the list. */
export function languageOptions(chosen: string): Option[] {
  const names = new Intl.DisplayNames(["en"], { type: "language" });
  return [...new Set([chosen, ...LANGUAGES])].map((tag) => ({ value: tag, label: names.of(tag) ?? tag }));
}
