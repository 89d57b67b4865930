import { Outlet } from "react-router";

export const handle = { crumb: "Usage" };

export default function UsageSection() {
  return <Outlet />;
}
