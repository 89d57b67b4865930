import { countryName } from "#web/format/countries.ts";
import { isInEu } from "#web/format/country-facts.ts";

interface Tax {
  /** `DE`, or a state: `US-NY`. Empty where no tax is due anywhere. */
  jurisdiction: string;
  code: "S" | "Z" | "E" | "AE" | "O";
  /** Parts per million: 190,000 is 19 %. */
  ratePpm: number;
}

/** What a line of tax is called: "VAT 19 %, Germany", "Reverse charge", "Tax 8.875 %, US-NY". */
export function taxLabel({ jurisdiction, code, ratePpm }: Tax, locale: string): string {
  if (code === "AE") return "VAT, reverse charge";
  if (code !== "S") return "No tax";
  const [country = "", state] = jurisdiction.split("-");
  const name = isInEu(country) || country === "GB" ? "VAT" : "Tax";
  const place = /^[A-Z]{2}$/u.test(country) ? countryName(country, locale) : "";
  const where = [state, place].filter(Boolean).join(", ");
  return `${name} ${ratePercent(ratePpm, locale)}${where && `, ${where}`}`;
}

/** 190,000 parts per million as people write it: "19 %". */
export const ratePercent = (ratePpm: number, locale: string): string =>
  `${new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(ratePpm / 10_000)} %`;
