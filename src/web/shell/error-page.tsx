import { useRouteLoaderData } from "react-router";
import type { Problem, ProblemKind } from "#web/problem.ts";
import { findProblem } from "#web/problem.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { Logo } from "#web/ui/logo.tsx";

interface Words {
  title: string;
  text: string;
}

const words: Record<ProblemKind, Words> = {
  not_found: {
    title: "This page does not exist",
    text: "It may have moved, or the address has a slip in it. Start again from the overview or search.",
  },
  forbidden: {
    title: "You may not open this",
    text: "Your role does not cover it. An owner or admin can change that under Settings, People.",
  },
  unauthenticated: {
    title: "Sign in to go on",
    text: "Your session has ended. Sign in and you come back to where you were.",
  },
  invalid: { title: "This address does not work", text: "Something in it is missing or has the wrong form." },
  gone: {
    title: "This is no longer here",
    text: "It was withdrawn or has run out. Whoever gave you the address can give you a new one.",
  },
  payment_required: {
    title: "Your plan does not cover this",
    text: "Billing shows what does.",
  },
  conflict: {
    title: "This has changed meanwhile",
    text: "Somebody or something else was faster. Reload the page to see how it stands now.",
  },
  too_large: { title: "This is too large", text: "Send less at once." },
  rate_limited: { title: "Too many tries in a short time", text: "Wait a minute, then try again." },
  unavailable: {
    title: "Not available right now",
    text: "A part that this page needs does not answer. Nothing is lost; try again in a minute.",
  },
  unexpected: {
    title: "This page failed",
    text: "The fault is ours and has been recorded. Try again; if it stays, tell support the trace below.",
  },
};

/** An error inside the shell: what it is, what to do, and the trace where we are to blame. Never anything from inside. */
export function ErrorMessage({ error }: { error: unknown }) {
  const root = useRouteLoaderData<{ requestId: string }>("root");
  const problem: Problem = findProblem(error) ?? {
    kind: statusKind(error),
    code: "web.unexpected",
    message: "",
    issues: [],
  };
  const { title, text } = words[problem.kind];
  const trace = problem.requestId ?? root?.requestId;
  return (
    <div className="max-w-measure py-12">
      <h1 className="text-28 font-bold max-sm:text-22">{title}</h1>
      <p className="mt-2 text-16 text-pretty text-muted">{problem.message || text}</p>
      {problem.kind === "unexpected" && trace && (
        <p className="mt-3 text-13 text-muted">
          Trace <code className="font-mono text-text select-all">{trace}</code>
        </p>
      )}
      <div className="mt-6 flex flex-wrap gap-2">
        {problem.kind === "unauthenticated" ? (
          <LinkButton to="/sign-in" look="primary">
            Sign in
          </LinkButton>
        ) : (
          <LinkButton to="/console" look="primary">
            Go to the overview
          </LinkButton>
        )}
        {problem.kind === "not_found" && <LinkButton to="/console/search">Search</LinkButton>}
      </div>
    </div>
  );
}

/** The same on a page of its own, where there is no shell around it. */
export function ErrorPage({ error }: { error: unknown }) {
  return (
    <main className="mx-auto max-w-page px-4 py-6 sm:px-10">
      <div className="flex items-center gap-2.5 text-16 font-semibold">
        <Logo />
        Cairn
      </div>
      <ErrorMessage error={error} />
    </main>
  );
}

function statusKind(error: unknown): ProblemKind {
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : 500;
  return status === 404 || status === 405 ? "not_found" : "unexpected";
}
