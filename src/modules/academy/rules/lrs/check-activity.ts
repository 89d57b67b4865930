import {
  checkExtensions,
  checkIri,
  checkLanguageMap,
} from "#modules/academy/rules/lrs/check-common-values.ts";
import { checkInteraction } from "#modules/academy/rules/lrs/check-interaction.ts";
import { at, demandKeys, demandObject, type Json } from "#modules/academy/rules/lrs/json-values.ts";
import { fault } from "#modules/academy/rules/lrs/statement-fault.ts";

const ACTIVITY_KEYS = new Set(["objectType", "id", "definition"]);
const DEFINITION_KEYS = new Set([
  "name",
  "description",
  "type",
  "moreInfo",
  "interactionType",
  "correctResponsesPattern",
  "choices",
  "scale",
  "source",
  "target",
  "steps",
  "extensions",
]);

function checkDefinition(value: Json, path: string): void {
  const definition = demandObject(value, path);
  demandKeys(definition, DEFINITION_KEYS, path);
  if (definition.name !== undefined) checkLanguageMap(definition.name, at(path, "name"));
  if (definition.description !== undefined) checkLanguageMap(definition.description, at(path, "description"));
  if (definition.type !== undefined) checkIri(definition.type, at(path, "type"));
  if (definition.moreInfo !== undefined) checkIri(definition.moreInfo, at(path, "moreInfo"));
  if (definition.extensions !== undefined) checkExtensions(definition.extensions, at(path, "extensions"));
  checkInteraction(definition, path);
}

/** An activity: an IRI and what is known of it. */
export function checkActivity(value: Json, path: string): void {
  const activity = demandObject(value, path);
  if (activity.objectType !== undefined && activity.objectType !== "Activity")
    fault(at(path, "objectType"), "must be Activity");
  demandKeys(activity, ACTIVITY_KEYS, path);
  checkIri(activity.id, at(path, "id"));
  if (activity.definition !== undefined) checkDefinition(activity.definition, at(path, "definition"));
}
