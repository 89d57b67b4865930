import type { Invoice } from "@e-invoice-eu/core";

export type Ubl = Invoice["ubl:Invoice"];

/** A business rule of EN 16931-1 (or of Peppol BIS Billing 3.0) by its published code. */
export interface BusinessRule {
  code: string;
  says: string;
  holds(invoice: Ubl): boolean;
}

/** Hundredths of an amount; amounts of the standard have two decimals at most. Empty or left out: 0. */
export const hundredths = (amount: string | undefined): number => Math.round(Number(amount ?? "0") * 100);

/** The breakdown of tax, one entry a category and rate. */
export const breakdownOf = (invoice: Ubl) => invoice["cac:TaxTotal"][0]["cac:TaxSubtotal"] ?? [];

/** Categories that stand at the lines. */
export const lineCategories = (invoice: Ubl): Set<string> =>
  new Set(invoice["cac:InvoiceLine"].map((line) => line["cac:Item"]["cac:ClassifiedTaxCategory"]["cbc:ID"]));
