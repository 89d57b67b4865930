import { Outlet } from "react-router";
import { findProblem } from "#web/problem.ts";
import { BrandLink } from "../shop/brand-link.tsx";
import type { Route } from "./+types/courses-boundary.ts";

/** Keeps the frame around a page that failed. */
export default function CoursesBoundary() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const problem = findProblem(error);
  return (
    <div className="mx-auto max-w-measure px-4 py-24 sm:px-8">
      <h1 className="text-36 font-bold">
        {problem?.kind === "not_found" ? "This course is not here" : "This page failed"}
      </h1>
      <p className="mt-4 text-18 text-pretty text-muted">
        {problem?.message || "The fault is ours and has been recorded. Try again in a moment."}
      </p>
      {!problem?.message && problem?.requestId && (
        <p className="mt-3 text-13 text-muted">Trace {problem.requestId}</p>
      )}
      <p className="mt-8">
        <BrandLink to="/courses">See all courses</BrandLink>
      </p>
    </div>
  );
}
