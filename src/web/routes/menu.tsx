import { RailNav } from "#web/shell/rail-nav.tsx";
import { useShell } from "#web/shell/use-shell.ts";
import { PageHeader } from "#web/ui/page-header.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";

export const handle: RouteHandle = { crumb: "Menu" };

/** The whole menu as a page: where "More" leads on a phone without scripts. */
export default function Menu() {
  const { nav } = useShell();
  return (
    <>
      <PageHeader title="Menu" />
      <RailNav nav={nav} label="All pages" expanded />
    </>
  );
}
