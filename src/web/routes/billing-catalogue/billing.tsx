import { Outlet } from "react-router";
import type { RouteHandle } from "#web/shell/route-handle.ts";

export const handle: RouteHandle = { crumb: "Billing" };

/** Gives the catalogue its place under billing in the breadcrumb. */
export default function Billing() {
  return <Outlet />;
}
