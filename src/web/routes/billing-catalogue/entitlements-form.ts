import type { RawForm, RawValue } from "#web/forms/raw-form.ts";
import { typedMinor } from "#web/forms/typed-money.ts";

const isTree = (raw: RawValue | undefined): raw is RawForm =>
  typeof raw === "object" && !Array.isArray(raw) && !(raw instanceof File);

const hasText = (raw: RawValue | undefined): boolean => typeof raw === "string" && raw.trim() !== "";

function overage(raw: RawValue | undefined, locale: string): Record<string, string> {
  if (!isTree(raw)) return {};
  const given = Object.entries(raw).filter(([, value]) => hasText(value));
  return Object.fromEntries(
    given.map(([currency, value]) => [currency, typedMinor(value, currency, locale)]),
  );
}

/** The rows that have a key, as the schema takes them: amounts typed in major units, empty ones left out. */
export function entitlementsForm(form: RawForm, locale: string): Record<string, unknown>[] {
  const rows = Array.isArray(form.entitlements) ? form.entitlements : [];
  return rows
    .filter(isTree)
    .filter((row) => hasText(row.key))
    .map((row) => ({
      ...row,
      overageMinor: row.quota === "soft" ? overage(row.overageMinor, locale) : {},
      perSeat: row.perSeat === undefined ? "false" : "true",
    }));
}
