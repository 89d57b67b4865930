import { checkUuid } from "#modules/academy/rules/lrs/check-common-values.ts";
import { at, demandKeys, demandObject, type Json } from "#modules/academy/rules/lrs/json-values.ts";
import { fault } from "#modules/academy/rules/lrs/statement-fault.ts";

const REF_KEYS = new Set(["objectType", "id"]);

/** A pointer to another statement, which need not be there yet. */
export function checkStatementRef(value: Json, path: string): void {
  const ref = demandObject(value, path);
  if (ref.objectType !== "StatementRef") fault(at(path, "objectType"), "must be StatementRef");
  demandKeys(ref, REF_KEYS, path);
  checkUuid(ref.id, at(path, "id"));
}
