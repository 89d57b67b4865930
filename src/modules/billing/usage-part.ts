import { recordUsage } from "#modules/billing/commands/usage/record-usage.ts";
import type { BillingPart } from "#modules/billing/part.ts";
import { getMyUsage } from "#modules/billing/queries/usage/get-my-usage.ts";
import { getUsage } from "#modules/billing/queries/usage/get-usage.ts";
import { listUsage } from "#modules/billing/queries/usage/list-usage.ts";
import { listUsageEvents } from "#modules/billing/queries/usage/list-usage-events.ts";
import { usageCard } from "#modules/billing/usage/usage-card.ts";

/** What customers use, counted once, and the quotas of it. */
export const usagePart = {
  operations: [recordUsage, getUsage, getMyUsage, listUsage, listUsageEvents],
  accountCards: [usageCard],
} as const satisfies BillingPart;
