import { Outlet } from "react-router";
import { findProblem } from "#web/problem.ts";
import { ErrorMessage } from "#web/shell/error-page.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import type { Route } from "./+types/auth-boundary.ts";
import { AuthHeading } from "./auth-heading.tsx";

/** Keeps the frame around a sign-in that failed. */
export default function AuthBoundary() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const problem = findProblem(error);
  if (problem?.kind !== "gone") return <ErrorMessage error={error} />;
  return (
    <>
      <AuthHeading title="This no longer works" text={problem.message} />
      <LinkButton to="/sign-in" look="primary" size="large" wide>
        Start again
      </LinkButton>
    </>
  );
}
