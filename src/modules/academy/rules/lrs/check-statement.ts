import { checkActivity } from "#modules/academy/rules/lrs/check-activity.ts";
import { checkActor, checkAuthority } from "#modules/academy/rules/lrs/check-agent.ts";
import { checkAttachments } from "#modules/academy/rules/lrs/check-attachments.ts";
import { checkUuid } from "#modules/academy/rules/lrs/check-common-values.ts";
import { checkContext } from "#modules/academy/rules/lrs/check-context.ts";
import { checkResult } from "#modules/academy/rules/lrs/check-result.ts";
import { checkStatementRef } from "#modules/academy/rules/lrs/check-statement-ref.ts";
import { checkVerb, VOIDED } from "#modules/academy/rules/lrs/check-verb.ts";
import {
  at,
  demandKeys,
  demandObject,
  demandText,
  type Json,
  type JsonObject,
} from "#modules/academy/rules/lrs/json-values.ts";
import { fault } from "#modules/academy/rules/lrs/statement-fault.ts";
import { isTimestamp } from "#modules/academy/rules/lrs/timestamp.ts";

const SUB_KEYS = new Set([
  "objectType",
  "actor",
  "verb",
  "object",
  "result",
  "context",
  "timestamp",
  "attachments",
]);
const STATEMENT_KEYS = new Set([
  "id",
  "actor",
  "verb",
  "object",
  "result",
  "context",
  "timestamp",
  "stored",
  "authority",
  "version",
  "attachments",
]);

/** Which xAPI the sender speaks. */
export interface SpokenVersion {
  major: 1 | 2;
}

function checkTimestamp(value: Json, path: string, { major }: SpokenVersion): void {
  if (!isTimestamp(demandText(value, path), major === 2)) fault(path, "must be a date and time of ISO 8601");
}

/** The object of a statement, by its `objectType`; an activity unless said otherwise. */
function checkObject(value: Json, path: string, spoken: SpokenVersion & { nested: boolean }): void {
  const { objectType } = demandObject(value, path);
  if (objectType === undefined || objectType === "Activity") return checkActivity(value, path);
  if (objectType === "Agent" || objectType === "Group") return checkActor(value, path);
  if (objectType === "StatementRef") return checkStatementRef(value, path);
  if (objectType !== "SubStatement" || spoken.nested)
    return fault(at(path, "objectType"), "must be a type of object that may stand here");
  const sub = demandObject(value, path);
  demandKeys(sub, SUB_KEYS, path);
  checkParts(sub, path, { major: spoken.major, nested: true });
}

/** What statements and sub-statements have in common. */
function checkParts(statement: JsonObject, path: string, spoken: SpokenVersion & { nested: boolean }): void {
  checkActor(statement.actor, at(path, "actor"));
  checkVerb(statement.verb, at(path, "verb"));
  checkObject(statement.object, at(path, "object"), spoken);
  const { objectType } = statement.object as JsonObject;
  if (statement.result !== undefined) checkResult(statement.result, at(path, "result"));
  if (statement.context !== undefined)
    checkContext(statement.context, at(path, "context"), {
      isAboutActivity: objectType === undefined || objectType === "Activity",
      major: spoken.major,
    });
  if (statement.timestamp !== undefined) checkTimestamp(statement.timestamp, at(path, "timestamp"), spoken);
  if (statement.attachments !== undefined) checkAttachments(statement.attachments, at(path, "attachments"));
  if ((statement.verb as JsonObject).id === VOIDED && objectType !== "StatementRef")
    fault(at(path, "object"), "must be a StatementRef where the verb voids");
}

/** The version a statement says it is of. */
function checkVersion(value: Json, path: string): void {
  const text = demandText(value, path);
  if (!/^1\.0(?:\.\d+)?$|^2\.0(?:\.\d+)?$/.test(text)) fault(path, "must be 1.0, 1.0.x or 2.0.x");
}

/**
 * Checks every rule of the specification that a statement alone can break. Errors: StatementFault, with the place.
 * `path` is where the statement lies in what was sent, "" for the whole.
 */
export function checkStatement(value: Json, spoken: SpokenVersion, path = ""): JsonObject {
  const statement = demandObject(value, path);
  demandKeys(statement, STATEMENT_KEYS, path);
  if (statement.id !== undefined) checkUuid(statement.id, at(path, "id"));
  checkParts(statement, path, { major: spoken.major, nested: false });
  if (statement.stored !== undefined) checkTimestamp(statement.stored, at(path, "stored"), { major: 1 });
  if (statement.authority !== undefined) checkAuthority(statement.authority, at(path, "authority"));
  if (statement.version !== undefined) checkVersion(statement.version, at(path, "version"));
  return statement;
}
