import { Outlet } from "react-router";

export const handle = { crumb: "Billing" };

export default function BillingSection() {
  return <Outlet />;
}
