import type { Db } from "#kernel/db/database.ts";
import { readSetting } from "#kernel/settings.ts";
import { DunningSettings } from "#modules/billing/contract/dunning.ts";

/** Key of the settings group. */
export const DUNNING_KEY = "billing.dunning";

/** When late invoices are reminded of and what follows, as set. */
export const dunningSettings = (db: Db): Promise<DunningSettings> =>
  readSetting(db, DUNNING_KEY, DunningSettings);
