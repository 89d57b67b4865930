import { isObject, type Json, type JsonObject } from "#modules/academy/rules/lrs/json-values.ts";

const KINDS = ["parent", "grouping", "category", "other"] as const;

/** A context activity that stands alone becomes a list of one, as the specification asks of what is given back. */
function withLists(context: Json): Json {
  if (!isObject(context) || !isObject(context.contextActivities)) return context;
  const given = context.contextActivities;
  const lists: JsonObject = {};
  for (const kind of KINDS)
    if (given[kind] !== undefined) lists[kind] = Array.isArray(given[kind]) ? given[kind] : [given[kind]];
  return { ...context, contextActivities: lists };
}

function withObjectLists(object: Json): Json {
  if (!isObject(object) || object.objectType !== "SubStatement" || object.context === undefined)
    return object;
  return { ...object, context: withLists(object.context) };
}

/**
 * A checked statement as it is kept: with its id, its authority and the version it was sent in. `stored`, and
 * `timestamp` where the sender gave none, are the database's to say.
 */
export function normaliseStatement(
  statement: JsonObject,
  set: { id: string; authority: JsonObject; version: string },
): JsonObject {
  const { stored: _stored, authority: _authority, id: _id, version, ...kept } = statement;
  const normal: JsonObject = { id: set.id, ...kept, object: withObjectLists(kept.object) };
  if (kept.context !== undefined) normal.context = withLists(kept.context);
  normal.version = version ?? set.version;
  normal.authority = set.authority;
  return normal;
}
