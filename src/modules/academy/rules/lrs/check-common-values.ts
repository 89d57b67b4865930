import { isIri } from "#modules/academy/rules/lrs/iri.ts";
import { isUuid } from "#modules/academy/rules/lrs/identifiers.ts";
import {
  at,
  demandObject,
  demandText,
  type Json,
  type JsonObject,
} from "#modules/academy/rules/lrs/json-values.ts";
import { isLanguageTag } from "#modules/academy/rules/lrs/language-tag.ts";
import { fault } from "#modules/academy/rules/lrs/statement-fault.ts";

/** Text that is an IRI. */
export function checkIri(value: Json, path: string): string {
  const text = demandText(value, path);
  return isIri(text) ? text : fault(path, "must be an IRI with a scheme");
}

/** Text that is a UUID. */
export function checkUuid(value: Json, path: string): string {
  const text = demandText(value, path);
  return isUuid(text) ? text : fault(path, "must be a UUID");
}

/** Language tags and texts, at least one. */
export function checkLanguageMap(value: Json, path: string): void {
  const map = demandObject(value, path);
  let entries = 0;
  for (const tag in map) {
    entries++;
    if (!isLanguageTag(tag)) fault(at(path, tag), "must be a language tag of RFC 5646");
    demandText(map[tag], at(path, tag));
  }
  if (entries === 0) fault(path, "must have an entry");
}

/** IRIs and whatever stands under them, null too. */
export function checkExtensions(value: Json, path: string): void {
  const extensions: JsonObject = demandObject(value, path);
  for (const key in extensions) if (!isIri(key)) fault(at(path, key), "must be an IRI with a scheme");
}
