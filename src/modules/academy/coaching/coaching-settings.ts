import type { Db } from "#kernel/db/database.ts";
import { readSetting } from "#kernel/settings.ts";
import { CoachingSettings } from "#modules/academy/contract/coaching.ts";

/** Under which key the settings of coaching are kept. */
export const COACHING_KEY = "academy.coaching";

/** What the house does by itself to keep students going, as set. */
export const readCoachingSettings = (db: Db): Promise<CoachingSettings> =>
  readSetting(db, COACHING_KEY, CoachingSettings);
