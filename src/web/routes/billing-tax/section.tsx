import { Outlet } from "react-router";

export const handle = { crumb: "Taxes" };

export default function TaxSection() {
  return <Outlet />;
}
