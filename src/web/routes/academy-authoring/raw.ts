import type { RawForm, RawValue } from "#web/forms/raw-form.ts";

export type { RawForm, RawValue };

/** True for fields that belong together under one name. */
export const isForm = (value: RawValue | undefined): value is RawForm =>
  typeof value === "object" && !Array.isArray(value) && !(value instanceof File);
