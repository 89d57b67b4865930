import type { BillingPart } from "#modules/billing/part.ts";

export const ledgerPart = { operations: [] } as const satisfies BillingPart;
