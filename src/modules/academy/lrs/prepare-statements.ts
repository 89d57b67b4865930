import { newId } from "#kernel/ids.ts";
import { hashKey } from "#modules/academy/lrs/hash-key.ts";
import { checkStatement } from "#modules/academy/rules/lrs/check-statement.ts";
import { VOIDED } from "#modules/academy/rules/lrs/check-verb.ts";
import type { Json, JsonObject } from "#modules/academy/rules/lrs/json-values.ts";
import { normaliseStatement } from "#modules/academy/rules/lrs/normalise-statement.ts";
import type { ApiVersion } from "#modules/academy/rules/lrs/spoken-version.ts";
import { fault } from "#modules/academy/rules/lrs/statement-fault.ts";
import { keysOfStatement, targetOf } from "#modules/academy/rules/lrs/statement-keys.ts";

/** A checked statement with everything the database keeps of it. */
export interface PreparedStatement {
  id: string;
  statement: JsonObject;
  raw: string;
  keys: string[];
  hasTimestamp: boolean;
  targetId: string | null;
  voids: boolean;
}

/** What statements of one request have in common. */
export interface Preparing {
  version: ApiVersion;
  authority: JsonObject;
}

function prepare(value: Json, { version, authority }: Preparing, path: string): PreparedStatement {
  const checked = checkStatement(value, version, path);
  const id = typeof checked.id === "string" ? checked.id : newId();
  const statement = normaliseStatement(checked, { id, authority, version: version.statement });
  return {
    id: id.toLowerCase(),
    statement,
    raw: JSON.stringify(statement),
    keys: keysOfStatement(statement).map(hashKey),
    hasTimestamp: statement.timestamp !== undefined,
    ...targetOf(statement, VOIDED),
  };
}

/** Checks and prepares statements, in their order. Errors: StatementFault, for an id that is there twice too. */
export function prepareStatements(values: readonly Json[], preparing: Preparing): PreparedStatement[] {
  const prepared = values.map((value, index) =>
    prepare(value, preparing, values.length > 1 ? `[${index}]` : ""),
  );
  const ids = new Set(prepared.map(({ id }) => id));
  if (ids.size < prepared.length) fault("id", "must not be of two statements of a batch");
  return prepared;
}
