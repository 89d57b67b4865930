import { useRouteLoaderData } from "react-router";
import type { NavItem, Role } from "#web/context.ts";

/** What the shell knows about its viewer. */
export interface ShellData {
  nav: NavItem[];
  viewer: { name: string; email: string; role: Role | null; permissions: string[] };
  unread: number;
}

/** The console shell's own data, for pages inside of it. */
export function useShell(): ShellData {
  return (
    useRouteLoaderData<ShellData>("shell/console") ?? {
      nav: [],
      viewer: { name: "", email: "", role: null, permissions: [] },
      unread: 0,
    }
  );
}

/** Whether the viewer may do something (`playbook:edit`): to leave out buttons that would be refused. */
export function usePermission(permission: string): boolean {
  return useShell().viewer.permissions.includes(permission);
}
