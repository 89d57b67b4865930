import { identifierOf, membersOf } from "#modules/academy/rules/lrs/agent-identity.ts";
import { chooseLanguage } from "#modules/academy/rules/lrs/choose-language.ts";
import { isObject, type Json, type JsonObject } from "#modules/academy/rules/lrs/json-values.ts";

/** How activities, agents and verbs of a statement are shown. */
interface Look {
  activity(activity: JsonObject): JsonObject;
  actor(actor: JsonObject): JsonObject;
  verb(verb: JsonObject): JsonObject;
}

function lookAtContext(context: JsonObject, look: Look): JsonObject {
  const result: JsonObject = { ...context };
  if (isObject(context.instructor)) result.instructor = look.actor(context.instructor);
  if (isObject(context.team)) result.team = look.actor(context.team);
  if (isObject(context.contextActivities))
    result.contextActivities = Object.fromEntries(
      Object.entries(context.contextActivities).map(([kind, list]) => [
        kind,
        (list as JsonObject[]).map(look.activity),
      ]),
    );
  for (const [list, who] of [
    ["contextAgents", "agent"],
    ["contextGroups", "group"],
  ] as const)
    if (Array.isArray(context[list]))
      result[list] = context[list].map((one: JsonObject) => ({
        ...one,
        [who]: look.actor(one[who] as JsonObject),
      }));
  return result;
}

function lookAtObject(object: JsonObject, look: Look): JsonObject {
  const type: Json = object.objectType;
  if (type === "Agent" || type === "Group") return look.actor(object);
  if (type === "SubStatement") return lookAt(object, look);
  return type === "StatementRef" ? object : look.activity(object);
}

function lookAt(statement: JsonObject, look: Look): JsonObject {
  const result: JsonObject = {
    ...statement,
    actor: look.actor(statement.actor as JsonObject),
    verb: look.verb(statement.verb as JsonObject),
    object: lookAtObject(statement.object as JsonObject, look),
  };
  if (isObject(statement.context)) result.context = lookAtContext(statement.context, look);
  if (isObject(statement.authority)) result.authority = look.actor(statement.authority);
  return result;
}

/** An identified group is its identifier; an anonymous one is its members. */
function actorId(actor: JsonObject): JsonObject {
  const identifier = identifierOf(actor);
  if (actor.objectType !== "Group") return identifier;
  const isAnonymous = Object.keys(identifier).length === 0;
  return {
    objectType: "Group",
    ...identifier,
    ...(isAnonymous ? { member: membersOf(actor).map(identifierOf) } : {}),
  };
}

/** Nothing but what identifies agents, groups, activities and verbs (format `ids`). */
export const toIds = (statement: JsonObject): JsonObject => {
  const short = lookAt(statement, {
    activity: ({ id }) => ({ id }),
    actor: actorId,
    verb: ({ id }) => ({ id }),
  });
  const object = statement.object as JsonObject;
  // Without its type an agent would read as an activity.
  if (object.objectType === "Agent") short.object = { objectType: "Agent", ...(short.object as JsonObject) };
  if (object.objectType === "SubStatement") {
    const inner = object.object as JsonObject;
    if (inner.objectType === "Agent")
      (short.object as JsonObject).object = { objectType: "Agent", ...identifierOf(inner) };
  }
  return short;
};

/** One language of each language map inside a definition. */
function inOneLanguage(definition: JsonObject, accepted: readonly string[]): JsonObject {
  const result: JsonObject = { ...definition };
  for (const key of ["name", "description"] as const)
    if (isObject(definition[key])) result[key] = chooseLanguage(definition[key], accepted);
  for (const list of ["choices", "scale", "source", "target", "steps"] as const)
    if (Array.isArray(definition[list]))
      result[list] = definition[list].map((one: JsonObject) =>
        isObject(one.description) ? { ...one, description: chooseLanguage(one.description, accepted) } : one,
      );
  return result;
}

/**
 * Activities as the store knows them, in one language (format `canonical`). `definitionOf` gives what is known of an
 * activity by its IRI.
 */
export function toCanonical(
  statement: JsonObject,
  accepted: readonly string[],
  definitionOf: (iri: string) => JsonObject | undefined,
): JsonObject {
  return lookAt(statement, {
    actor: (actor) => actor,
    verb: (verb) =>
      isObject(verb.display) ? { ...verb, display: chooseLanguage(verb.display, accepted) } : verb,
    activity: (activity) => {
      const known = definitionOf(String(activity.id)) ?? (activity.definition as JsonObject | undefined);
      return known ? { ...activity, definition: inOneLanguage(known, accepted) } : activity;
    },
  });
}

/** Every activity a normalised statement names. */
export function activityIdsOf(statement: JsonObject): string[] {
  const ids = new Set<string>();
  lookAt(statement, {
    actor: (actor) => actor,
    verb: (verb) => verb,
    activity: (activity) => {
      ids.add(String(activity.id));
      return activity;
    },
  });
  return [...ids];
}

function withoutNew(context: Json): Json {
  if (!isObject(context)) return context;
  const { contextAgents: _agents, contextGroups: _groups, ...rest } = context;
  return rest;
}

/** What a reader of xAPI 1.0.x may be given: properties that came with 2.0 are left out. */
export function forVersionOne(statement: JsonObject): JsonObject {
  const result: JsonObject = { ...statement };
  if (statement.context !== undefined) result.context = withoutNew(statement.context);
  const object = statement.object as JsonObject;
  if (object.objectType === "SubStatement" && object.context !== undefined)
    result.object = { ...object, context: withoutNew(object.context) };
  return result;
}
