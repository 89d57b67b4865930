import { Outlet } from "react-router";

export const handle = { crumb: "Students" };

export default function StudentsSection() {
  return <Outlet />;
}
