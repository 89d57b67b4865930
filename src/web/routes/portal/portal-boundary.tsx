import { Outlet } from "react-router";
import { findProblem } from "#web/problem.ts";
import { LinkButton } from "#web/ui/button.tsx";
import type { Route } from "./+types/portal-boundary.ts";

/** Keeps the portal's frame around a page that failed. */
export default function PortalBoundary() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const problem = findProblem(error);
  const title =
    problem?.kind === "forbidden"
      ? "Your role does not cover this"
      : problem?.kind === "not_found"
        ? "This is not in your account"
        : problem
          ? "This did not work"
          : "This page failed";
  return (
    <div className="max-w-measure py-16">
      <h1 className="text-28 font-bold">{title}</h1>
      <p className="mt-3 text-pretty text-muted">
        {problem?.kind === "forbidden"
          ? "An owner or admin of the account can do it, or give you the role for it."
          : problem?.message ||
            (problem
              ? "Go back and try again."
              : "The fault is ours and has been recorded. Nothing was changed.")}
      </p>
      <p className="mt-6">
        <LinkButton to="/account" look="primary">
          Go to your account
        </LinkButton>
      </p>
    </div>
  );
}
