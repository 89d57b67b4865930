import type { MiddlewareFunction } from "react-router";
import { redirect } from "react-router";
import type { Call } from "#web/context.ts";
import { pageContext } from "#web/context.ts";
import type { Problem, ProblemIssue } from "#web/problem.ts";
import { findProblem, problemResponse } from "#web/problem.ts";

/**
 * Makes every refused call of a page one that the error page can show: React Router hides the content of any
 * error that is not a response, so a route that calls an operation would else lose "not found" and the rest.
 * Somebody who is not signed in is sent to sign in and brought back.
 */
export const showProblems: MiddlewareFunction<Response> = async ({ context, request, params }, next) => {
  const page = context.get(pageContext);
  const refused = findProblem(page.refused);
  if (refused) throw problemResponse({ ...refused, requestId: page.requestId });
  const call: Call = async (operation, input) => {
    try {
      return await page.call(operation, input);
    } catch (thrown) {
      const problem = findProblem(thrown);
      if (!problem) throw thrown;
      if (problem.kind === "unauthenticated" && !page.viewer) throw redirect(signInPath(request.url));
      throw problemResponse({ ...inAddress(problem, input, { request, params }), requestId: page.requestId });
    }
  };
  context.set(pageContext, { ...page, call });
  return next();
};

interface Asked {
  request: Request;
  params: Readonly<Record<string, string | undefined>>;
}

/**
 * A refused input as a visitor meets it: an id in the address that cannot be one is a page that does not exist, and of
 * anything else in an address the error page says in its own words that it does not work.
 */
export function inAddress(problem: Problem, input: unknown, { request, params }: Asked): Problem {
  if (problem.code !== "input.invalid") return problem;
  const pieces = Object.values(params);
  const isPiece = ({ path }: ProblemIssue) => pieces.includes(valueAt(input, path));
  if (problem.issues.some(isPiece))
    return { kind: "not_found", code: "web.no_such_page", message: "", issues: [] };
  return request.method === "GET" ? { ...problem, message: "" } : problem;
}

function valueAt(input: unknown, path: string): string | undefined {
  const value = path
    .split(".")
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], input);
  return typeof value === "string" ? value : undefined;
}

/** Where to sign in, with the way back: only the path is kept, so that nobody can be sent to another site. */
export function signInPath(url: string): string {
  const { pathname, search } = new URL(url);
  const back = pathname.replace(/(\/_root)?\.data$/, "") + search;
  return back === "/" ? "/sign-in" : `/sign-in?${new URLSearchParams({ next: back })}`;
}
