import { countryOptions } from "#web/format/countries.ts";
import type { Option } from "#web/ui/select.tsx";
import { localeOptions, zoneOptions } from "../account/place-options.ts";

const isChosen = ({ value }: Option): boolean => value !== "";

/** Choices for a customer's currency, language and time zone; one chosen elsewhere stays among them. */
export function accountOptions(chosen: { locale?: string } = {}): {
  zones: Option[];
  locales: Option[];
  currencies: Option[];
  countries: Option[];
} {
  const names = new Intl.DisplayNames(["en"], { type: "currency" });
  return {
    countries: countryOptions(),
    zones: zoneOptions("UTC").filter(isChosen),
    locales: localeOptions(chosen.locale ?? null).filter(isChosen),
    currencies: Intl.supportedValuesOf("currency").map((value) => ({
      value,
      label: `${value} · ${names.of(value) ?? value}`,
    })),
  };
}
