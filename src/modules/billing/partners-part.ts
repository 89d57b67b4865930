import type { BillingPart } from "#modules/billing/part.ts";

export const partnersPart = { operations: [] } as const satisfies BillingPart;
