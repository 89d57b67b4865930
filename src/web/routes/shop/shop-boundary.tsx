import { Outlet } from "react-router";
import { findProblem } from "#web/problem.ts";
import type { Route } from "./+types/shop-boundary.ts";
import { BrandLink } from "./brand-link.tsx";

/** Keeps the shop around a page that failed. */
export default function ShopBoundary() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const problem = findProblem(error);
  const isMissing = problem?.kind === "not_found" || problem?.kind === "conflict" || problem?.kind === "gone";
  const trace = problem?.requestId;
  return (
    <div className="mx-auto max-w-measure px-4 py-24 sm:px-8">
      <h1 className="text-36 font-bold">
        {isMissing ? "This is not here any more" : problem ? "This did not work" : "This page failed"}
      </h1>
      <p className="mt-4 text-18 text-pretty text-muted">
        {problem?.message ||
          (problem
            ? "Go back and try again."
            : "The fault is ours and has been recorded. Nothing was ordered.")}
      </p>
      {!problem && trace && <p className="mt-3 text-13 text-muted">Trace {trace}</p>}
      <p className="mt-8">
        <BrandLink to="/pricing">See the prices</BrandLink>
      </p>
    </div>
  );
}
