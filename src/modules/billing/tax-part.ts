import type { BillingPart } from "#modules/billing/part.ts";

export const taxPart = { operations: [] } as const satisfies BillingPart;
