import { actorPersonId } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { settingCacheKey, writeSetting } from "#kernel/settings.ts";
import { DunningSettings } from "#modules/billing/contract/dunning.ts";
import { DUNNING_KEY } from "#modules/billing/dunning/dunning-settings.ts";

/** Sets when reminders go out and what follows. Invoices that are late already are looked at anew within the hour. */
export const updateDunning = defineCommand({
  name: "billing.update_dunning",
  title: "Set when late invoices are reminded of",
  http: "PUT /billing/dunning-settings",
  access: "billing:money",
  confirm: true,
  input: DunningSettings,
  output: DunningSettings,
  load: (tx) => firstRow(tx, sql`SELECT 1 FROM kernel.setting WHERE key = ${DUNNING_KEY} FOR UPDATE`),
  run: async ({ tx, input, now, actor, cache }) => {
    await writeSetting(tx, DUNNING_KEY, input, { now, personId: actorPersonId(actor) });
    await cache.invalidate(tx, settingCacheKey(DUNNING_KEY));
    await tx.execute(sql`UPDATE billing.dunning SET next_at = ${now.toString()} WHERE ended_at IS NULL`);
    return input;
  },
});
