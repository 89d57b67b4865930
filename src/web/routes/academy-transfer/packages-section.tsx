import { Outlet } from "react-router";
import type { RouteHandle } from "#web/shell/route-handle.ts";

export const handle: RouteHandle = { crumb: "Packages" };

/** Gives the pages below it their place in the breadcrumb. */
export default function PackagesSection() {
  return <Outlet />;
}
