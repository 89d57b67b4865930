import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { readSetting } from "#kernel/settings.ts";
import { BillingRules } from "#modules/billing/contract/billing-rules.ts";

/** Key of the settings group. */
export const RULES_KEY = "billing.rules";

/** How the company bills, as set. */
export const billingRules = (db: Db): Promise<z.output<typeof BillingRules>> =>
  readSetting(db, RULES_KEY, BillingRules);
