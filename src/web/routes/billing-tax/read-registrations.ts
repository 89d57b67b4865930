import type { RawForm, RawValue } from "#web/forms/raw-form.ts";

const isRow = (value: RawValue | undefined): value is RawForm =>
  typeof value === "object" && !(value instanceof File) && !Array.isArray(value);

const text = (value: RawValue | undefined): string => (typeof value === "string" ? value.trim() : "");

/** The form of registrations in the shape of the settings: rows of tax ids by country, states as a list. */
export function readRegistrations(form: RawForm): Record<string, unknown> {
  const { taxIdRows, usStates, ...rest } = form;
  const rows = (Array.isArray(taxIdRows) ? taxIdRows : []).filter(isRow);
  const taxIds = rows
    .map((row) => [text(row.country).toUpperCase(), text(row.number)] as const)
    .filter(([country, number]) => country !== "" || number !== "");
  return {
    ...rest,
    taxIds: Object.fromEntries(taxIds),
    usStates: text(usStates)
      .toUpperCase()
      .split(/[\s,;]+/u)
      .filter((state) => state !== ""),
  };
}
