import { Outlet } from "react-router";

export const handle = { crumb: "Marking" };

export default function MarkingSection() {
  return <Outlet />;
}
