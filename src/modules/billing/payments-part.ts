import type { BillingPart } from "#modules/billing/part.ts";

export const paymentsPart = { operations: [] } as const satisfies BillingPart;
