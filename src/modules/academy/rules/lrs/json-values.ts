import { fault } from "#modules/academy/rules/lrs/statement-fault.ts";

/** Any JSON value, as it was parsed. */
export type Json = unknown;

/** A parsed JSON object. */
export type JsonObject = Record<string, Json>;

/** True for objects alone: no array, no null. */
export const isObject = (value: Json): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value as an object. */
export function demandObject(value: Json, path: string): JsonObject {
  if (isObject(value)) return value;
  return fault(path, "must be an object");
}

/** The value as an array. */
export function demandArray(value: Json, path: string): Json[] {
  if (Array.isArray(value)) return value;
  return fault(path, "must be an array");
}

/** The value as text. */
export function demandText(value: Json, path: string): string {
  if (typeof value === "string") return value;
  return fault(path, "must be text");
}

/** Refuses properties the specification does not name, in their very spelling, and null as a value of any. */
export function demandKeys(object: JsonObject, allowed: ReadonlySet<string>, path: string): void {
  for (const key in object) {
    if (!allowed.has(key)) fault(path ? `${path}.${key}` : key, "is no property of the specification");
    if (object[key] === null) fault(path ? `${path}.${key}` : key, "must not be null");
  }
}

/** Where a property lies. */
export const at = (path: string, key: string): string => (path ? `${path}.${key}` : key);
