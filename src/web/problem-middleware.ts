import type { MiddlewareFunction } from "react-router";
import { redirect } from "react-router";
import type { Call } from "#web/context.ts";
import { pageContext } from "#web/context.ts";
import { findProblem, problemResponse } from "#web/problem.ts";

/**
 * Makes every refused call of a page one that the error page can show: React Router hides the content of any
 * error that is not a response, so a route that calls an operation would else lose "not found" and the rest.
 * Somebody who is not signed in is sent to sign in and brought back.
 */
export const showProblems: MiddlewareFunction<Response> = async ({ context, request }, next) => {
  const page = context.get(pageContext);
  const call: Call = async (operation, input) => {
    try {
      return await page.call(operation, input);
    } catch (thrown) {
      const problem = findProblem(thrown);
      if (!problem) throw thrown;
      if (problem.kind === "unauthenticated" && !page.viewer) throw redirect(signInPath(request.url));
      throw problemResponse({ ...problem, requestId: page.requestId });
    }
  };
  context.set(pageContext, { ...page, call });
  return next();
};

/** Where to sign in, with the way back: only the path is kept, so that nobody can be sent to another site. */
export function signInPath(url: string): string {
  const { pathname, search } = new URL(url);
  const back = pathname.replace(/(\/_root)?\.data$/, "") + search;
  return back === "/" ? "/sign-in" : `/sign-in?${new URLSearchParams({ next: back })}`;
}
