import * as events from "#modules/billing/events/invoices.ts";
import type { BillingPart } from "#modules/billing/part.ts";

/** Invoices, credit notes, money in and out. */
export const invoicesPart = {
  operations: [],
  events: Object.values(events),
} as const satisfies BillingPart;
