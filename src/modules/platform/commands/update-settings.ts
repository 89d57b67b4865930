import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { companySettingsSchema } from "#kernel/company.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { SettingsGroup } from "#kernel/module.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { settingCacheKey, writeSetting } from "#kernel/settings.ts";
import { SettingsChanged } from "#modules/platform/events.ts";
import { getSettingsGroup } from "#modules/platform/find-settings-group.ts";

const Values = z.record(z.string(), z.unknown());

function check(group: SettingsGroup, value: unknown): z.output<typeof Values> {
  const parsed = group.schema.safeParse(value);
  if (parsed.success) return Values.parse(parsed.data);
  const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  const words = issues.map(({ path, message }) => `${path} ${message}`).join("; ");
  throw refuse("invalid", "platform.settings_invalid", `The settings need mending: ${words}.`, { issues });
}

/** Recurring work begins in the company's zone; it moves with it. */
const moveSchedules = (tx: Tx, zone: string) =>
  tx.execute(sql`UPDATE pgboss.schedule SET timezone = ${zone}, updated_on = now()`);

/**
 * Changes fields of one group of settings; the others keep their values.
 * Errors: `platform.settings_unknown`, `platform.settings_invalid`.
 */
export const updateSettings = defineCommand({
  name: "platform.update_settings",
  title: "Change settings",
  http: "PATCH /settings/:key",
  access: "platform:manage",
  confirm: true,
  input: z.object({ key: z.string().max(100), value: Values }),
  output: z.object({ key: z.string(), value: Values }),
  load: (tx, { key }) =>
    firstRow<{ value: Record<string, unknown> }>(
      tx,
      sql`SELECT value FROM kernel.setting WHERE key = ${key} FOR UPDATE`,
    ),
  run: async ({ tx, input, now, actor, cache, runtime, emit }, stored) => {
    const group = getSettingsGroup(runtime().registry, input.key);
    const value = check(group, { ...stored?.value, ...input.value });
    await writeSetting(tx, input.key, value, { now, personId: actorPersonId(actor) });
    await cache.invalidate(tx, settingCacheKey(input.key));
    if (input.key === "company") await moveSchedules(tx, companySettingsSchema.parse(value).zone);
    await emit(SettingsChanged, { key: input.key });
    return { key: input.key, value };
  },
});
