import { Outlet } from "react-router";
import { findProblem } from "#web/problem.ts";
import { BrandLink } from "../shop/brand-link.tsx";
import type { Route } from "./+types/certificates-boundary.ts";

/** Keeps the frame around a page that failed. */
export default function CertificatesBoundary() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const problem = findProblem(error);
  const isUnknown = problem?.kind === "not_found";
  return (
    <div className="mx-auto max-w-measure px-4 py-24 sm:px-8">
      <h1 className="text-36 font-bold">
        {isUnknown ? "No certificate has this number" : "This did not work"}
      </h1>
      <p className="mt-4 text-18 text-pretty text-muted">
        {problem?.message || "The fault is ours and has been recorded. Try again in a moment."}
      </p>
      <p className="mt-8">
        <BrandLink to="/certificates">Enter the number again</BrandLink>
      </p>
    </div>
  );
}
