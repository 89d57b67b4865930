import type { BillingPart } from "#modules/billing/part.ts";

export const cataloguePart = { operations: [] } as const satisfies BillingPart;
