import { Outlet } from "react-router";

export const handle = { crumb: "Payments" };

export default function PaymentsSection() {
  return <Outlet />;
}
