import { Outlet } from "react-router";

export const handle = { crumb: "Grades" };

export default function GradesSection() {
  return <Outlet />;
}
