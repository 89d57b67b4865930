import { Outlet } from "react-router";

export const handle = { crumb: "Partners" };

export default function PartnersSection() {
  return <Outlet />;
}
