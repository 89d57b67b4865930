import type { BillingPart } from "#modules/billing/part.ts";

export const checkoutPart = { operations: [] } as const satisfies BillingPart;
