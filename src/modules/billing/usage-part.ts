import type { BillingPart } from "#modules/billing/part.ts";

export const usagePart = { operations: [] } as const satisfies BillingPart;
