import { useRouteLoaderData } from "react-router";
import { portalPath } from "./portal-context.ts";
import type { PortalData } from "./portal-shell.tsx";

const NOBODY: PortalData = { accounts: [], account: null, company: "", viewer: { name: "", email: "" } };

/** What the portal's frame knows, and the way to its pages for the chosen account. */
export function usePortal() {
  const portal = useRouteLoaderData<PortalData>("portal") ?? NOBODY;
  return { ...portal, path: (to: string) => portalPath(portal, to) };
}
