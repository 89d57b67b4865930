import type { BillingPart } from "#modules/billing/part.ts";

export const revenuePart = { operations: [] } as const satisfies BillingPart;
