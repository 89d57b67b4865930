import { type AppError, isAppError, refuse } from "#kernel/errors.ts";
import { toProblem } from "#kernel/http/problem.ts";
import { MultipartFault } from "#modules/academy/rules/lrs/multipart.ts";
import { StatementFault } from "#modules/academy/rules/lrs/statement-fault.ts";

/** A request or statement that breaks the specification: 400. */
export const malformed = (message: string, path = ""): AppError =>
  refuse("invalid", "academy.lrs_malformed", message, path ? { issues: [{ path, message }] } : {});

/** Nobody we know: 401. */
export const unknownSender = (): AppError =>
  refuse(
    "unauthenticated",
    "academy.lrs_unknown_sender",
    "Send the key and secret of a client of this store.",
  );

/** Somebody we know, who may not do this: 403. */
export const notAllowed = (message: string): AppError =>
  refuse("forbidden", "academy.lrs_not_allowed", message);

/** Not there, or not to be seen: 404. */
export const notThere = (message: string): AppError => refuse("not_found", "academy.lrs_not_found", message);

/** Another statement or document stands there: 409. */
export const conflicting = (message: string): AppError => refuse("conflict", "academy.lrs_conflict", message);

const PRECONDITION = "academy.lrs_precondition_failed";
const METHOD = "academy.lrs_method_not_allowed";

/** The document is not the one the request names: 412. */
export const preconditionFailed = (): AppError =>
  refuse(
    "conflict",
    PRECONDITION,
    "The document has changed, or is not there. Read it again and send its ETag.",
  );

/** The resource knows no such method: 405. */
export const methodNotAllowed = (): AppError =>
  refuse("invalid", METHOD, "This resource does not know this method.");

/** Statuses that xAPI asks for and the rest of the house has no use for. */
const STATUS_OF_CODE: Record<string, number> = { [PRECONDITION]: 412, [METHOD]: 405 };

/** What xAPI answers malformed requests with; elsewhere the house says 422. */
const BAD_REQUEST = 400;

function known(error: unknown): unknown {
  if (error instanceof StatementFault)
    return malformed(`${error.path || "The statement"} ${error.message}.`, error.path);
  if (error instanceof MultipartFault) return malformed(error.message);
  // JSON nested deeper than the stack goes.
  if (error instanceof RangeError && /call stack/i.test(error.message))
    return malformed("The content is nested too deeply.");
  return error;
}

/** The answer to an error, in the house's words and with xAPI's status. `isBug`: to be logged. */
export function answerRefusal(thrown: unknown, requestId: string): { response: Response; isBug: boolean } {
  const error = known(thrown);
  const problem = toProblem(error, requestId);
  const status = STATUS_OF_CODE[problem.code] ?? (problem.kind === "invalid" ? BAD_REQUEST : problem.status);
  const headers = new Headers({ "content-type": "application/problem+json; charset=utf-8" });
  if (status === 401) headers.set("www-authenticate", 'Basic realm="Learning record store", charset="UTF-8"');
  return {
    response: new Response(JSON.stringify({ ...problem, status }), { status, headers }),
    isBug: !isAppError(error),
  };
}
