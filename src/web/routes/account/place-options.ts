import type { Option } from "#web/ui/select.tsx";

const tags = [
  "en-GB",
  "en-US",
  "de-DE",
  "de-AT",
  "de-CH",
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

const names = new Intl.DisplayNames(["en"], { type: "language" });

/** Time zones by region, and first of all the company's own. */
export function zoneOptions(companyZone: string): Option[] {
  const zones = [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])].map((zone) => ({
    value: zone,
    label: zone.replaceAll("_", " "),
  }));
  return [{ value: "", label: `As the company (${companyZone.replaceAll("_", " ")})` }, ...zones];
}

/** Ways to write dates and numbers; one that was chosen elsewhere is kept in the list. */
export function localeOptions(chosen: string | null): Option[] {
  const known = chosen && !tags.includes(chosen) ? [chosen, ...tags] : tags;
  const options = known.map((tag) => ({ value: tag, label: names.of(tag) ?? tag }));
  return [{ value: "", label: "As the company" }, ...options];
}
