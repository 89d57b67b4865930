import { Outlet } from "react-router";

export const handle = { crumb: "Late payments" };

export default function DunningSection() {
  return <Outlet />;
}
