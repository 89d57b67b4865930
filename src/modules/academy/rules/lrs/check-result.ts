import { checkExtensions } from "#modules/academy/rules/lrs/check-common-values.ts";
import { isDuration } from "#modules/academy/rules/lrs/duration.ts";
import {
  at,
  demandKeys,
  demandObject,
  demandText,
  type Json,
} from "#modules/academy/rules/lrs/json-values.ts";
import { fault } from "#modules/academy/rules/lrs/statement-fault.ts";

const RESULT_KEYS = new Set(["score", "success", "completion", "response", "duration", "extensions"]);
const SCORE_KEYS = new Set(["scaled", "raw", "min", "max"]);

function checkNumber(value: Json, path: string): number | undefined {
  if (value === undefined || typeof value === "number") return value;
  return fault(path, "must be a number");
}

function checkScore(value: Json, path: string): void {
  const score = demandObject(value, path);
  demandKeys(score, SCORE_KEYS, path);
  const scaled = checkNumber(score.scaled, at(path, "scaled"));
  const raw = checkNumber(score.raw, at(path, "raw"));
  const min = checkNumber(score.min, at(path, "min"));
  const max = checkNumber(score.max, at(path, "max"));
  if (scaled !== undefined && (scaled < -1 || scaled > 1)) fault(at(path, "scaled"), "must be from -1 to 1");
  if (min !== undefined && max !== undefined && min >= max) fault(at(path, "min"), "must be less than max");
  if (raw !== undefined && min !== undefined && raw < min)
    fault(at(path, "raw"), "must not be less than min");
  if (raw !== undefined && max !== undefined && raw > max)
    fault(at(path, "raw"), "must not be more than max");
}

function checkBoolean(value: Json, path: string): void {
  if (value !== undefined && typeof value !== "boolean") fault(path, "must be true or false");
}

/** What came of it: score, success, completion, answer, time taken. */
export function checkResult(value: Json, path: string): void {
  const result = demandObject(value, path);
  demandKeys(result, RESULT_KEYS, path);
  if (result.score !== undefined) checkScore(result.score, at(path, "score"));
  checkBoolean(result.success, at(path, "success"));
  checkBoolean(result.completion, at(path, "completion"));
  if (result.response !== undefined) demandText(result.response, at(path, "response"));
  if (result.duration !== undefined && !isDuration(demandText(result.duration, at(path, "duration"))))
    fault(at(path, "duration"), "must be a duration of ISO 8601");
  if (result.extensions !== undefined) checkExtensions(result.extensions, at(path, "extensions"));
}
