import { Outlet } from "react-router";
import { findProblem } from "#web/problem.ts";
import { LinkButton } from "#web/ui/button.tsx";
import type { Route } from "./+types/learn-boundary.ts";

/** Keeps the frame around a page that failed. */
export default function LearnBoundary() {
  return <Outlet />;
}

const TITLES: Record<string, string> = {
  "academy.lesson_not_open": "Not open yet",
  "academy.enrollment_closed": "This course is closed for you",
  "academy.not_enrolled": "You do not take this course",
};

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const problem = findProblem(error);
  const title =
    TITLES[problem?.code ?? ""] ??
    (problem?.kind === "not_found" ? "There is no such page in your courses" : "This page failed");
  return (
    <div className="max-w-measure py-16">
      <h1 className="text-28 font-bold">{title}</h1>
      <p className="mt-3 text-pretty text-muted">
        {problem?.message ||
          (problem
            ? "Go back and try again."
            : "The fault is ours and has been recorded. What you did before is kept.")}
      </p>
      <p className="mt-6">
        <LinkButton to="/learn" look="primary">
          Go to your courses
        </LinkButton>
      </p>
    </div>
  );
}
