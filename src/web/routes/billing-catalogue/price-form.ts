import type { RawForm, RawValue } from "#web/forms/raw-form.ts";
import { typedMinor } from "#web/forms/typed-money.ts";

const isTree = (raw: RawValue | undefined): raw is RawForm =>
  typeof raw === "object" && !Array.isArray(raw) && !(raw instanceof File);

const text = (raw: RawValue | undefined): string => (typeof raw === "string" ? raw.trim() : "");

/** An amount that must be there: an empty field is no price of 0. */
const required = (raw: RawValue | undefined, currency: string, locale: string): string =>
  typedMinor(raw, currency, locale) || "missing";

function tiersOf(raw: RawValue | undefined, currency: string, locale: string) {
  const rows = Array.isArray(raw) ? raw.filter(isTree) : [];
  return rows
    .filter((row) => [row.upTo, row.unitMinor, row.flatMinor].some((value) => text(value) !== ""))
    .map((row) => ({
      upTo: text(row.upTo),
      unitMinor: required(row.unitMinor, currency, locale),
      flatMinor: typedMinor(row.flatMinor, currency, locale),
    }));
}

/** The fields of an amount as the schema takes them: minor units, and only what the scheme knows. */
export function amountForm(raw: RawValue | undefined, currency: string, locale: string): RawForm {
  const form = isTree(raw) ? raw : {};
  const scheme = text(form.scheme);
  const isTiered = scheme === "graduated" || scheme === "volume";
  return {
    ...form,
    amountMinor: isTiered ? "0" : required(form.amountMinor, currency, locale),
    tiers: isTiered ? tiersOf(form.tiers, currency, locale) : "",
    packageSize: scheme === "package" ? text(form.packageSize) : "",
    includesTax: form.includesTax === undefined ? "false" : "true",
  };
}

/** The fields of a whole price. */
export function termsForm(raw: RawValue | undefined, locale: string): RawForm {
  const form = isTree(raw) ? raw : {};
  const currency = text(form.currency).toUpperCase();
  const recurs = form.cycle === "month" || form.cycle === "year";
  return {
    ...amountForm(form, currency, locale),
    currency,
    cycleCount: recurs ? text(form.cycleCount) : "",
    instalments: form.cycle === "instalments" ? text(form.instalments) : "",
  };
}

/** The first instant of a local day that was typed, in the company's zone; what is no day stays for the schema to refuse. */
export function dayStart(raw: RawValue | undefined, zone: string): string {
  const day = text(raw);
  try {
    return day === "" ? "" : Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString();
  } catch {
    return day;
  }
}

/** The end of a local day that was typed: the first instant of the next. */
export function dayEnd(raw: RawValue | undefined, zone: string): string {
  const day = text(raw);
  try {
    return day === "" ? "" : dayStart(Temporal.PlainDate.from(day).add({ days: 1 }).toString(), zone);
  } catch {
    return day;
  }
}
