import { checkIri, checkLanguageMap } from "#modules/academy/rules/lrs/check-common-values.ts";
import { at, demandKeys, demandObject, type Json } from "#modules/academy/rules/lrs/json-values.ts";

const VERB_KEYS = new Set(["id", "display"]);

/** The verb that voids another statement. */
export const VOIDED = "http://adlnet.gov/expapi/verbs/voided";

/** A verb: an IRI and how it reads. */
export function checkVerb(value: Json, path: string): void {
  const verb = demandObject(value, path);
  demandKeys(verb, VERB_KEYS, path);
  checkIri(verb.id, at(path, "id"));
  if (verb.display !== undefined) checkLanguageMap(verb.display, at(path, "display"));
}
