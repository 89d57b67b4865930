import { identityOf } from "#modules/academy/rules/lrs/agent-identity.ts";
import { checkActor } from "#modules/academy/rules/lrs/check-agent.ts";
import { isUuid } from "#modules/academy/rules/lrs/identifiers.ts";
import { isIri } from "#modules/academy/rules/lrs/iri.ts";
import { isObject, type JsonObject } from "#modules/academy/rules/lrs/json-values.ts";
import { fault } from "#modules/academy/rules/lrs/statement-fault.ts";
import { timestampMs } from "#modules/academy/rules/lrs/timestamp.ts";

/** Parameters of a request: each name once, in its very spelling. */
export type Parameters = ReadonlyMap<string, string>;

/** Parameters by name. Errors: StatementFault for one that is there twice. */
export function readParameters(pairs: Iterable<[string, string]>): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const [name, value] of pairs) {
    if (parameters.has(name)) fault(name, "must be there once");
    parameters.set(name, value);
  }
  return parameters;
}

/** Refuses parameters that the resource does not know, misspelt ones among them. */
export function demandKnown(parameters: Parameters, known: ReadonlySet<string>): void {
  for (const name of parameters.keys()) if (!known.has(name)) fault(name, "is no parameter of this resource");
}

/** The text of a parameter that has to be there. */
export function demandParameter(parameters: Parameters, name: string): string {
  const value = parameters.get(name);
  if (value === undefined || value === "") return fault(name, "is missing");
  // What cannot be kept cannot be asked for.
  return value.includes("\0") ? fault(name, "must not hold a null character") : value;
}

/** An IRI; undefined where the parameter is not there. */
export function iriParameter(parameters: Parameters, name: string): string | undefined {
  const value = parameters.get(name);
  return value === undefined || isIri(value) ? value : fault(name, "must be an IRI with a scheme");
}

/** A UUID in lower case. */
export function uuidParameter(parameters: Parameters, name: string): string | undefined {
  const value = parameters.get(name);
  return value === undefined || isUuid(value) ? value?.toLowerCase() : fault(name, "must be a UUID");
}

/** `true` or `false`; false where the parameter is not there. */
export function flagParameter(parameters: Parameters, name: string): boolean {
  const value = parameters.get(name);
  if (value === undefined || value === "false") return false;
  return value === "true" ? true : fault(name, "must be true or false");
}

/** An instant in milliseconds since 1970. */
export function instantParameter(parameters: Parameters, name: string): number | undefined {
  // A plus that was not encoded arrives as a space, and no timestamp has one before its offset.
  const value = parameters.get(name)?.replace(/ (?=\d{2}:?\d{2}$)(?<=T.*)/, "+");
  if (value === undefined) return undefined;
  return timestampMs(value) ?? fault(name, "must be a date and time of ISO 8601");
}

/** A whole number from 0 on. */
export function countParameter(parameters: Parameters, name: string): number {
  const value = parameters.get(name) ?? "0";
  return /^\d{1,9}$/.test(value) ? Number(value) : fault(name, "must be a whole number from 0 on");
}

/** An agent or an identified group, as JSON. */
export function agentParameter(parameters: Parameters, name = "agent"): JsonObject | undefined {
  const text = parameters.get(name);
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fault(name, "must be JSON");
  }
  checkActor(value, name);
  if (!isObject(value) || identityOf(value) === undefined)
    return fault(name, "must be an agent or an identified group");
  return value;
}
