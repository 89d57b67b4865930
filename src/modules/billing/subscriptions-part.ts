import type { BillingPart } from "#modules/billing/part.ts";

export const subscriptionsPart = { operations: [] } as const satisfies BillingPart;
