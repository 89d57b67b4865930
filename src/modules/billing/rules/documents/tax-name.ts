import type { DocumentLabels } from "./labels/types.ts";

const GST = new Set(["AU", "NZ", "SG", "IN", "CA"]);

/** What the tax of a jurisdiction is called; a state of the US is named with it. */
export function taxName(jurisdiction: string, labels: DocumentLabels): string {
  const [country = "", state] = jurisdiction.split("-");
  if (country === "US") return state ? `${labels.salesTax} (${state})` : labels.salesTax;
  return GST.has(country) ? labels.gst : labels.vat;
}
