import { checkLanguageMap } from "#modules/academy/rules/lrs/check-common-values.ts";
import {
  at,
  demandArray,
  demandKeys,
  demandObject,
  demandText,
  type Json,
  type JsonObject,
} from "#modules/academy/rules/lrs/json-values.ts";
import { fault } from "#modules/academy/rules/lrs/statement-fault.ts";

/** Component lists each type of interaction has (xAPI 1.0.3, Data 2.4.4.1). */
const LISTS_OF = new Map<Json, readonly string[]>([
  ["true-false", []],
  ["choice", ["choices"]],
  ["fill-in", []],
  ["long-fill-in", []],
  ["matching", ["source", "target"]],
  ["performance", ["steps"]],
  ["sequencing", ["choices"]],
  ["likert", ["scale"]],
  ["numeric", []],
  ["other", []],
]);

const LISTS = ["choices", "scale", "source", "target", "steps"] as const;
const COMPONENT_KEYS = new Set(["id", "description"]);

function checkComponents(value: Json, path: string): void {
  const seen = new Set<string>();
  demandArray(value, path).forEach((item, index) => {
    const place = `${path}[${index}]`;
    const component = demandObject(item, place);
    demandKeys(component, COMPONENT_KEYS, place);
    const id = demandText(component.id, at(place, "id"));
    if (id === "") fault(at(place, "id"), "must not be empty");
    if (seen.has(id)) fault(at(place, "id"), "must be there once in its list");
    seen.add(id);
    if (component.description !== undefined)
      checkLanguageMap(component.description, at(place, "description"));
  });
}

/** The properties of an interaction: its type, what answers are right, and the components its type has. */
export function checkInteraction(definition: JsonObject, path: string): void {
  const type = definition.interactionType;
  const lists = LISTS_OF.get(type);
  if (type !== undefined && !lists) fault(at(path, "interactionType"), "must be a type of interaction");
  const pattern = definition.correctResponsesPattern;
  if (pattern !== undefined)
    demandArray(pattern, at(path, "correctResponsesPattern")).forEach((answer, index) => {
      demandText(answer, `${path}.correctResponsesPattern[${index}]`);
    });
  for (const list of LISTS) {
    const components = definition[list];
    if (components === undefined) continue;
    if (lists && !lists.includes(list)) fault(at(path, list), "is no list of this type of interaction");
    checkComponents(components, at(path, list));
  }
  const isInteraction = pattern !== undefined || LISTS.some((list) => definition[list] !== undefined);
  if (isInteraction && type === undefined)
    fault(at(path, "interactionType"), "must be given for an interaction");
}
