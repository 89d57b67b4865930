import { isObject, type Json, type JsonObject } from "#modules/academy/rules/lrs/json-values.ts";

const MAPS = new Set(["name", "description", "extensions"]);
const LISTS = new Set(["choices", "scale", "source", "target", "steps"]);

const merged = (known: Json, told: Json): JsonObject => ({
  ...(isObject(known) ? known : {}),
  ...(isObject(told) ? told : {}),
});

/** Components are known by their id; one told again adds the languages it brings. */
function mergeComponents(known: Json, told: Json): Json {
  const components = new Map<Json, JsonObject>();
  for (const one of [...((known ?? []) as JsonObject[]), ...((told ?? []) as JsonObject[])]) {
    const before = components.get(one.id);
    const description = merged(before?.description, one.description);
    components.set(
      one.id,
      Object.keys(description).length > 0 ? { id: one.id, description } : { id: one.id },
    );
  }
  return [...components.values()];
}

/**
 * What is known of an activity once a statement told more: languages, extensions and components are added, and what is
 * told again replaces what was known. Nothing is ever forgotten.
 */
export function mergeDefinitions(known: JsonObject, told: JsonObject): JsonObject {
  const result: JsonObject = { ...known };
  for (const [key, value] of Object.entries(told)) {
    if (MAPS.has(key)) result[key] = merged(known[key], value);
    else if (LISTS.has(key) && known.interactionType === told.interactionType)
      result[key] = mergeComponents(known[key], value);
    else result[key] = value;
  }
  // Components of a type it has no longer would make it an activity that no statement may name.
  if (told.interactionType !== undefined && known.interactionType !== told.interactionType)
    for (const list of LISTS) if (told[list] === undefined) delete result[list];
  return result;
}
