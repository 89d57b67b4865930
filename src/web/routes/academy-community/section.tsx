import { Outlet } from "react-router";

export const handle = { crumb: "Community" };

export default function CommunitySection() {
  return <Outlet />;
}
