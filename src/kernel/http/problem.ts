import { AppError, type ErrorKind } from "#kernel/errors.ts";

const STATUS: Record<ErrorKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_large: 413,
  payment_required: 402,
  rate_limited: 429,
  unavailable: 503,
};

/** RFC 9457 problem details, as every surface answers an error. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  kind: ErrorKind | "unexpected";
  code: string;
  requestId: string;
  issues?: { path: string; message: string }[];
  data?: Record<string, unknown>;
}

/** Turns any thrown value into what a caller may see; of a bug only the request id. */
export function toProblem(error: unknown, requestId: string): Problem {
  if (!(error instanceof AppError))
    return {
      type: "about:blank",
      title: "Something failed on our side. It is logged under the request id.",
      status: 500,
      kind: "unexpected",
      code: "unexpected",
      requestId,
    };
  const { kind, code, message, detail } = error;
  return {
    type: `urn:cairn:${code}`,
    title: message,
    status: STATUS[kind],
    kind,
    code,
    requestId,
    issues: detail.issues,
    data: detail.data,
  };
}

/** The HTTP answer to an error. */
export function problemResponse(error: unknown, requestId: string): Response {
  const problem = toProblem(error, requestId);
  const headers = new Headers({
    "content-type": "application/problem+json; charset=utf-8",
    "x-request-id": requestId,
  });
  if (error instanceof AppError && error.detail.retryAfterSeconds)
    headers.set("retry-after", String(error.detail.retryAfterSeconds));
  if (problem.status === 401) headers.set("www-authenticate", 'Bearer realm="cairn"');
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
