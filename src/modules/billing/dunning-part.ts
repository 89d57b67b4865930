import type { BillingPart } from "#modules/billing/part.ts";

export const dunningPart = { operations: [] } as const satisfies BillingPart;
