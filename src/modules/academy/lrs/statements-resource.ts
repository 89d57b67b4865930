import { jsonAnswer, nothingToSay } from "#modules/academy/lrs/answers.ts";
import type { LrsHouse } from "#modules/academy/lrs/lrs-house.ts";
import type { LrsRequest } from "#modules/academy/lrs/lrs-request.ts";
import { readStatementContent } from "#modules/academy/lrs/read-statement-content.ts";
import { malformed, notAllowed } from "#modules/academy/lrs/refusals.ts";
import { canWriteStatements, type Sender } from "#modules/academy/lrs/sender.ts";
import { writeStatements } from "#modules/academy/lrs/write-statements.ts";
import { isObject } from "#modules/academy/rules/lrs/json-values.ts";
import { demandKnown, demandParameter, uuidParameter } from "#modules/academy/rules/lrs/parameters.ts";
import type { ApiVersion } from "#modules/academy/rules/lrs/spoken-version.ts";

const NONE: ReadonlySet<string> = new Set();
const PUT = new Set(["statementId"]);

const demandWriter = (sender: Sender): void => {
  if (!canWriteStatements(sender)) throw notAllowed("This client may not send statements.");
};

/** `POST /statements`: one or many; the answer lists their ids. */
export async function postStatements(
  house: LrsHouse,
  request: LrsRequest,
  { sender, version }: { sender: Sender; version: ApiVersion },
): Promise<Response> {
  demandWriter(sender);
  demandKnown(request.parameters, NONE);
  const { value, files } = await readStatementContent(request);
  const values = Array.isArray(value) ? value : [value];
  return jsonAnswer(JSON.stringify(await writeStatements(house, sender, { values, files, version })));
}

/** `PUT /statements?statementId=`: one, under the id said. */
export async function putStatement(
  house: LrsHouse,
  request: LrsRequest,
  { sender, version }: { sender: Sender; version: ApiVersion },
): Promise<Response> {
  demandWriter(sender);
  demandKnown(request.parameters, PUT);
  demandParameter(request.parameters, "statementId");
  const statementId = uuidParameter(request.parameters, "statementId") ?? "";
  const { value, files } = await readStatementContent(request);
  if (!isObject(value)) throw malformed("PUT takes one statement.");
  const { id } = value;
  if (id !== undefined && (typeof id !== "string" || id.toLowerCase() !== statementId))
    throw malformed("The statement has another id than the address.", "id");
  const one = { ...value, id: id ?? request.parameters.get("statementId") };
  await writeStatements(house, sender, { values: [one], files, version });
  return nothingToSay();
}
