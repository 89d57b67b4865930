import type { Json, JsonObject } from "#modules/academy/rules/lrs/json-values.ts";

/** An activity with what a statement said of it. */
export interface DefinedActivity {
  id: string;
  definition: JsonObject;
}

const KINDS = ["parent", "grouping", "category", "other"] as const;

function note(activity: JsonObject, found: DefinedActivity[]): void {
  if (activity.definition !== undefined)
    found.push({ id: String(activity.id), definition: activity.definition as JsonObject });
}

/** Activities that a normalised statement defines, in its object, its context and its sub-statement. */
export function definedActivities(statement: JsonObject, found: DefinedActivity[] = []): DefinedActivity[] {
  const object = statement.object as JsonObject;
  const type: Json = object.objectType;
  if (type === "SubStatement") definedActivities(object, found);
  else if (type === undefined || type === "Activity") note(object, found);
  const activities = (statement.context as JsonObject | undefined)?.contextActivities as
    | JsonObject
    | undefined;
  for (const kind of KINDS) for (const one of (activities?.[kind] ?? []) as JsonObject[]) note(one, found);
  return found;
}
