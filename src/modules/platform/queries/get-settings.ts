import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { SettingsGroupView } from "#modules/platform/contract.ts";
import { settingsGroups } from "#modules/platform/find-settings-group.ts";
import { isoInstant } from "#modules/platform/paging.ts";

interface SettingRow {
  key: string;
  value: unknown;
  updated_at: string;
  updated_by: string | null;
}

/** All groups of settings with their values; what was never set shows its default. */
export const getSettings = defineQuery({
  name: "platform.get_settings",
  title: "See the settings",
  http: "GET /settings",
  access: "platform:read",
  input: z.object({}),
  output: z.object({ groups: z.array(SettingsGroupView) }),
  run: async ({ db, runtime }) => {
    const stored = await rows<SettingRow>(
      db,
      sql`SELECT key, value, updated_at, updated_by FROM kernel.setting`,
    );
    const byKey = new Map(stored.map((row) => [row.key, row]));
    const groups = settingsGroups(runtime().registry).map(({ key, title, schema }) => {
      const row = byKey.get(key);
      return {
        key,
        title,
        value: z.record(z.string(), z.unknown()).parse(schema.parse(row?.value ?? {})),
        schema: z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }),
        updatedAt: row ? isoInstant(row.updated_at) : null,
        updatedBy: row?.updated_by ?? null,
      };
    });
    return { groups };
  },
});
