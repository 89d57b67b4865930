import type { BillingPart } from "#modules/billing/part.ts";

export const invoicesPart = { operations: [] } as const satisfies BillingPart;
