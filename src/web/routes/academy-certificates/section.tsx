import { Outlet } from "react-router";
import type { RouteHandle } from "#web/shell/route-handle.ts";

export const handle: RouteHandle = { crumb: "Certificates" };

/** The step of the way that leads back to all certificates. */
export default function CertificateSection() {
  return <Outlet />;
}
