import { moneyInField } from "#web/forms/typed-money.ts";
import type { Defaults } from "./amount-fields.tsx";
import type { Terms } from "./price-words.ts";

/** What a form of a price holds at first: the terms of a price that exists. */
export function defaultsOfTerms(terms: Terms, locale: string): Defaults {
  const money = (minor: number) => moneyInField(minor, terms.currency, locale);
  const tiers = (terms.tiers ?? []).flatMap((tier, index) => [
    [`tiers.${index}.upTo`, tier.upTo === null ? "" : String(tier.upTo)],
    [`tiers.${index}.unitMinor`, money(tier.unitMinor)],
    [`tiers.${index}.flatMinor`, tier.flatMinor === 0 ? "" : money(tier.flatMinor)],
  ]);
  const fields = new Map<string, string>([
    ["scheme", terms.scheme],
    ["amountMinor", terms.tiers === null ? money(terms.amountMinor) : ""],
    ["packageSize", terms.packageSize === null ? "" : String(terms.packageSize)],
    ["includesTax", String(terms.includesTax)],
    ...tiers.map(([name = "", value = ""]) => [name, value] as const),
  ]);
  return (field) => fields.get(field);
}

/** What somebody had typed when they asked for a preview. A switch that was off sent nothing. */
export function defaultsOfDraft(values: Readonly<Record<string, string[]>>, prefix: string): Defaults {
  return (field) => {
    const value = values[`${prefix}.${field}`]?.[0];
    return field === "includesTax" ? String(value !== undefined) : value;
  };
}
