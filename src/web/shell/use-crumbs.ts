import type { UIMatch } from "react-router";
import { useMatches } from "react-router";
import type { RouteHandle } from "#web/shell/route-handle.ts";

/** The way to the page that is shown, from the `crumb` of each of its routes: outermost first. */
export function useCrumbs(): { label: string; to: string }[] {
  const matches = useMatches() as UIMatch<unknown, RouteHandle | undefined>[];
  return matches.flatMap(({ handle, pathname, loaderData }) => {
    const crumb = handle?.crumb;
    if (crumb === undefined) return [];
    if (typeof crumb === "string") return [{ label: crumb, to: pathname }];
    return loaderData === undefined ? [] : [{ label: crumb(loaderData as never), to: pathname }];
  });
}
