import type { BillingPart } from "#modules/billing/part.ts";

export const documentsPart = { operations: [] } as const satisfies BillingPart;
