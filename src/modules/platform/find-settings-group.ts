import { refuse } from "#kernel/errors.ts";
import type { SettingsGroup } from "#kernel/module.ts";
import type { Registry } from "#kernel/operation/registry.ts";

/** All groups of settings, in the order of the modules. */
export const settingsGroups = (registry: Registry): SettingsGroup[] =>
  registry.modules.flatMap((module) => [...(module.settings ?? [])]);

/** A group by its key. Errors: `platform.settings_unknown`. */
export function getSettingsGroup(registry: Registry, key: string): SettingsGroup {
  const group = settingsGroups(registry).find((candidate) => candidate.key === key);
  if (!group) throw refuse("not_found", "platform.settings_unknown", `There are no settings named ${key}.`);
  return group;
}
