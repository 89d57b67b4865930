import { Outlet } from "react-router";
import { ErrorMessage } from "#web/shell/error-page.tsx";
import type { Route } from "./+types/console-boundary.ts";

/** Keeps the shell around a page that failed. */
export default function ConsoleBoundary() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorMessage error={error} />;
}
