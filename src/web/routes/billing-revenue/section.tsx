import { Outlet } from "react-router";

export const handle = { crumb: "Revenue" };

export default function RevenueSection() {
  return <Outlet />;
}
