import { Outlet } from "react-router";
import type { RouteHandle } from "#web/shell/route-handle.ts";

export const handle: RouteHandle = { crumb: "Academy" };

/** Gives courses their place in the breadcrumb. */
export default function Academy() {
  return <Outlet />;
}
