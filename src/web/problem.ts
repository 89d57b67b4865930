import { data } from "react-router";

/** Why a call was refused; the list is the kernel's, one HTTP status each (RFC 9457 problem details). */
export const problemStatus = {
  unauthenticated: 401,
  payment_required: 402,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_large: 413,
  invalid: 422,
  rate_limited: 429,
  unexpected: 500,
  unavailable: 503,
} as const;

export type ProblemKind = keyof typeof problemStatus;

/** One fault of one field; `path` is the field's name in dots (`items.0.amount`), empty for the whole form. */
export interface ProblemIssue {
  path: string;
  message: string;
}

/** A refused call as a page sees it: words for people, never a message from inside. */
export interface Problem {
  kind: ProblemKind;
  /** `module.fact`, stable. */
  code: string;
  message: string;
  issues: ProblemIssue[];
  requestId?: string;
}

/**
 * Reads a problem from whatever was thrown: the kernel's error, a problem wrapped for a page, or a route's
 * error response. Null for everything else, which is a fault of the program and no message for a person.
 */
export function findProblem(thrown: unknown): Problem | null {
  const candidate = unwrap(thrown);
  if (!isRecord(candidate) || !isKind(candidate.kind)) return null;
  const { issues = isRecord(candidate.detail) ? candidate.detail.issues : [] } = candidate;
  return {
    kind: candidate.kind,
    code: text(candidate.code) ?? candidate.kind,
    message: text(candidate.message) ?? "",
    issues: Array.isArray(issues) ? issues.flatMap(readIssue) : [],
    requestId: text(candidate.requestId),
  };
}

/** The same problem as something a loader may throw: React Router keeps its data, and strips any other error. */
export function problemResponse(problem: Problem) {
  return data(problem, { status: problemStatus[problem.kind] });
}

/**
 * The same refusal with the issues of one part of the input named as if the part were the whole: a form knows `city`, and
 * not that the operation wanted `buyer.city`. Anything that is no refusal is given back as it is.
 */
export function withinPart(thrown: unknown, part: string): unknown {
  const problem = findProblem(thrown);
  if (!problem) return thrown;
  const issues = problem.issues.map(({ path, message }) => ({
    path: path.startsWith(`${part}.`) ? path.slice(part.length + 1) : path,
    message,
  }));
  return problemResponse({ ...problem, issues });
}

/** Waits for work that may be refused, and turns a refusal into what a loader or an action may throw. */
export async function orProblem<Output>(work: Promise<Output>, requestId: string): Promise<Output> {
  try {
    return await work;
  } catch (thrown) {
    const problem = findProblem(thrown);
    throw problem ? problemResponse({ ...problem, requestId }) : thrown;
  }
}

/** A path in dots from any spelling: `items[0].amount`, `["items", 0, "amount"]`, `/items/0/amount`. */
export function fieldPath(path: unknown): string {
  if (Array.isArray(path)) return path.map(String).join(".");
  return String(path ?? "")
    .replaceAll("[", ".")
    .replaceAll("]", "")
    .replace(/^[./]+/, "")
    .replaceAll("/", ".");
}

function unwrap(thrown: unknown): unknown {
  if (isRecord(thrown) && !isKind(thrown.kind) && isRecord(thrown.data)) return thrown.data;
  return thrown;
}

function readIssue(issue: unknown): ProblemIssue[] {
  if (!isRecord(issue)) return [];
  return [{ path: fieldPath(issue.path), message: text(issue.message) ?? "Check this value" }];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isKind(value: unknown): value is ProblemKind {
  return typeof value === "string" && Object.hasOwn(problemStatus, value);
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
