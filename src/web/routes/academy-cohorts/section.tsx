import { Outlet } from "react-router";

export const handle = { crumb: "Cohorts" };

export default function CohortsSection() {
  return <Outlet />;
}
