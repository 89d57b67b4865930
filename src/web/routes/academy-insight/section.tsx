import { Outlet } from "react-router";
import type { RouteHandle } from "#web/shell/route-handle.ts";

export const handle: RouteHandle = { crumb: "Course numbers" };

export default function InsightSection() {
  return <Outlet />;
}
