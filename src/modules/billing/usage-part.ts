import { forgetUsageEvents } from "#modules/billing/commands/usage/forget-usage-events.ts";
import { recordUsage } from "#modules/billing/commands/usage/record-usage.ts";
import { forgetUsageEvents as forgetNightly } from "#modules/billing/jobs/forget-usage-events.ts";
import type { BillingPart } from "#modules/billing/part.ts";
import { getMyUsage } from "#modules/billing/queries/usage/get-my-usage.ts";
import { getUsage } from "#modules/billing/queries/usage/get-usage.ts";
import { listUsage } from "#modules/billing/queries/usage/list-usage.ts";
import { listUsageEvents } from "#modules/billing/queries/usage/list-usage-events.ts";
import { usageCard } from "#modules/billing/usage/usage-card.ts";

/** What customers use, counted once, and the quotas of it. */
export const usagePart = {
  operations: [recordUsage, forgetUsageEvents, getUsage, getMyUsage, listUsage, listUsageEvents],
  jobs: [forgetNightly],
  accountCards: [usageCard],
} as const satisfies BillingPart;
