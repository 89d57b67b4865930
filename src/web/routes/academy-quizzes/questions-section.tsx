import { Outlet } from "react-router";
import type { RouteHandle } from "#web/shell/route-handle.ts";

export const handle: RouteHandle = { crumb: "Question bank" };

/** Gives the pages below it their place in the breadcrumb. */
export default function QuestionsSection() {
  return <Outlet />;
}
