import type { RawForm } from "#web/forms/raw-form.ts";

/** The fields of an offer as its schema takes them: a line a feature, and a switch that is off. */
export function offerForm(form: RawForm): Record<string, unknown> {
  const lines = typeof form.features === "string" ? form.features.split("\n") : [];
  return {
    ...form,
    features: lines.map((line) => line.trim()).filter(Boolean),
    isPublic: form.isPublic === undefined ? "false" : "true",
  };
}
