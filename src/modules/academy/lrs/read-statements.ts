import { randomBytes } from "node:crypto";
import { httpDate, jsonAnswer } from "#modules/academy/lrs/answers.ts";
import { readAttachments } from "#modules/academy/lrs/attachment-files.ts";
import { findStatement, findStatements, type StatementRecord } from "#modules/academy/lrs/find-statements.ts";
import type { LrsHouse } from "#modules/academy/lrs/lrs-house.ts";
import type { LrsRequest } from "#modules/academy/lrs/lrs-request.ts";
import { definitionsOf } from "#modules/academy/lrs/merge-activities.ts";
import { moreLink, readMoreToken } from "#modules/academy/lrs/more-link.ts";
import { notAllowed, notThere } from "#modules/academy/lrs/refusals.ts";
import { readableStatements, type Sender } from "#modules/academy/lrs/sender.ts";
import { readStatementQuery, type StatementQuery } from "#modules/academy/lrs/statement-query.ts";
import { statementTexts } from "#modules/academy/lrs/statement-text.ts";
import { writeMultipart } from "#modules/academy/rules/lrs/multipart.ts";
import { demandKnown, demandParameter, type Parameters } from "#modules/academy/rules/lrs/parameters.ts";
import type { ApiVersion } from "#modules/academy/rules/lrs/spoken-version.ts";

/** Address of the statements resource. */
export const STATEMENTS = "/xapi/statements";

/** Who reads, in which version, and up to when the store is consistent. */
export interface Reading {
  sender: Sender;
  version: ApiVersion;
  throughMs: number;
}

const MORE = new Set(["more"]);

/** A further page is asked for by its token alone. */
function placeOf(parameters: Parameters): { parameters: Parameters; after?: string } {
  if (!parameters.has("more")) return { parameters };
  demandKnown(parameters, MORE);
  return readMoreToken(demandParameter(parameters, "more"));
}

const render = (
  house: LrsHouse,
  request: LrsRequest,
  records: readonly StatementRecord[],
  look: Pick<StatementQuery, "format"> & Pick<Reading, "version">,
) =>
  statementTexts(records, {
    ...look,
    acceptLanguage: request.header("accept-language"),
    definitionsOf: (iris) => definitionsOf(house.db, iris),
  });

/** The JSON, or JSON and files where attachments are asked for. */
async function answer(
  house: LrsHouse,
  text: string,
  { ids, attachments }: { ids: readonly string[]; attachments: boolean },
  headers: Record<string, string> = {},
): Promise<Response> {
  if (!attachments) return jsonAnswer(text, headers);
  const boundary = `cairn-${randomBytes(18).toString("hex")}`;
  const files = await readAttachments(house.db, house.services.files, ids);
  const parts = [
    { headers: { "Content-Type": "application/json" }, content: Buffer.from(text) },
    ...files.map(({ sha2, contentType, content }) => ({
      headers: {
        "Content-Type": contentType.replace(/[\r\n]/g, ""),
        "Content-Transfer-Encoding": "binary",
        "X-Experience-API-Hash": sha2,
      },
      content,
    })),
  ];
  return new Response(new Uint8Array(writeMultipart(parts, boundary)), {
    headers: { "content-type": `multipart/mixed; boundary=${boundary}`, ...headers },
  });
}

/** `GET /statements`. Errors: StatementFault, `academy.lrs_not_found`, `academy.lrs_not_allowed`. */
export async function readStatements(
  house: LrsHouse,
  request: LrsRequest,
  { sender, version, throughMs }: Reading,
): Promise<Response> {
  if (readableStatements(sender) === "none") throw notAllowed("This client may not read statements.");
  const { parameters, after } = placeOf(request.parameters);
  const query = readStatementQuery(parameters, { after, throughMs });
  const { attachments, format } = query;
  const look = { format, version };
  if ("statementId" in query) {
    const record = await findStatement(house.db, query.statementId, sender);
    if (!record || record.isVoided !== query.wantsVoided)
      throw notThere(`There is no ${query.wantsVoided ? "voided " : ""}statement of this id.`);
    const [text = ""] = await render(house, request, [record], look);
    return answer(
      house,
      text,
      { ids: [record.id], attachments },
      { "last-modified": httpDate(record.storedMs) },
    );
  }
  const { search } = query;
  // One more than wanted tells whether there is a next page.
  const found = await findStatements(house.db, { ...search, limit: search.limit + 1 }, sender);
  const page = found.slice(0, search.limit);
  const last = page.at(-1);
  const more =
    found.length > page.length && last ? moreLink(STATEMENTS, { parameters, after: last.sequence }) : "";
  const texts = await render(house, request, page, look);
  const text = `{"statements":[${texts.join(",")}],"more":${JSON.stringify(more)}}`;
  return answer(house, text, { ids: page.map(({ id }) => id), attachments });
}
