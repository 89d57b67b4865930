import { identityOf, membersOf } from "#modules/academy/rules/lrs/agent-identity.ts";
import { comparableDuration } from "#modules/academy/rules/lrs/duration.ts";
import { isObject, type Json, type JsonObject } from "#modules/academy/rules/lrs/json-values.ts";
import { timestampMs } from "#modules/academy/rules/lrs/timestamp.ts";

/** JSON with keys in one order, so that equal values are equal texts. */
export function stableJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(stableJson).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? "null";
  const keys = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .toSorted();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${stableJson(value[key])}`).join(",")}}`;
}

/** Names of agents and members of identified groups may change; who it is may not. */
function comparableActor(actor: JsonObject): Json {
  const identity = identityOf(actor);
  const kind = actor.objectType === "Group" ? "Group" : "Agent";
  return identity ? [kind, identity] : [kind, membersOf(actor).map(identityOf).toSorted()];
}

function comparableObject(object: JsonObject): Json {
  const type = object.objectType ?? "Activity";
  if (type === "Agent" || type === "Group") return comparableActor(object);
  if (type === "SubStatement") return [type, comparable(object)];
  return type === "StatementRef" ? [type, String(object.id).toLowerCase()] : [type, object.id];
}

const lower = (value: Json): Json => (typeof value === "string" ? value.toLowerCase() : value);

function comparableContext(context: JsonObject): JsonObject {
  const result: JsonObject = { ...context };
  if (context.registration !== undefined) result.registration = lower(context.registration);
  if (context.language !== undefined) result.language = lower(context.language);
  if (isObject(context.instructor)) result.instructor = comparableActor(context.instructor);
  if (isObject(context.team)) result.team = comparableActor(context.team);
  if (isObject(context.statement)) result.statement = lower(context.statement.id);
  if (isObject(context.contextActivities)) {
    const kinds: JsonObject = {};
    for (const [kind, given] of Object.entries(context.contextActivities))
      kinds[kind] = (Array.isArray(given) ? given : [given])
        .map((one: JsonObject) => String(one.id))
        .toSorted();
    result.contextActivities = kinds;
  }
  for (const [list, who] of [
    ["contextAgents", "agent"],
    ["contextGroups", "group"],
  ] as const)
    if (Array.isArray(context[list]))
      result[list] = context[list].map((one: JsonObject) => ({
        ...one,
        [who]: comparableActor(one[who] as JsonObject),
      }));
  return result;
}

function comparable(statement: JsonObject): JsonObject {
  const result: JsonObject = {
    actor: comparableActor(statement.actor as JsonObject),
    verb: (statement.verb as JsonObject).id,
    object: comparableObject(statement.object as JsonObject),
  };
  if (isObject(statement.result)) {
    const { duration } = statement.result;
    result.result =
      typeof duration === "string"
        ? { ...statement.result, duration: comparableDuration(duration) }
        : statement.result;
  }
  if (isObject(statement.context)) result.context = comparableContext(statement.context);
  return result;
}

const attachmentsOf = (statement: JsonObject): string[] =>
  ((statement.attachments ?? []) as JsonObject[])
    .map(({ usageType, sha2 }) => `${String(usageType)} ${String(sha2).toLowerCase()}`)
    .toSorted();

/**
 * Do two statements say the same? What the store may set or change is left out: id, authority, stored, version,
 * a timestamp that one of them lacks, displays and definitions, names, members of identified groups, spelling of
 * JSON (xAPI 1.0.3, Data 2.3.1). Durations are compared to hundredths of a second.
 */
export function isSameStatement(a: JsonObject, b: JsonObject): boolean {
  if (typeof a.timestamp === "string" && typeof b.timestamp === "string")
    if (timestampMs(a.timestamp) !== timestampMs(b.timestamp)) return false;
  return (
    stableJson(comparable(a)) === stableJson(comparable(b)) &&
    stableJson(attachmentsOf(a)) === stableJson(attachmentsOf(b))
  );
}
