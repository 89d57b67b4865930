import type { NavItem } from "#web/context.ts";

/** The address among some that a page belongs to: the longest one that the page lies under. */
export function currentHref(hrefs: readonly string[], pathname: string): string | null {
  const under = hrefs.filter((href) => pathname === href || pathname.startsWith(`${href}/`));
  return under.toSorted((one, other) => other.length - one.length)[0] ?? null;
}

/** Every address an entry of the rail stands for: its own and those of its children. */
export function hrefsOf(item: NavItem): string[] {
  return [item.href, ...(item.children ?? []).map(({ href }) => href)];
}

/** The entry a page belongs to. */
export function currentItem(nav: readonly NavItem[], pathname: string): NavItem | null {
  const href = currentHref(nav.flatMap(hrefsOf), pathname);
  return nav.find((item) => href !== null && hrefsOf(item).includes(href)) ?? null;
}

/** The entries of the rail, and those of the section `settings`, which stand at its foot. */
export function splitNav(nav: readonly NavItem[]): { main: NavItem[]; foot: NavItem[] } {
  return {
    main: nav.filter(({ section }) => section !== "settings"),
    foot: nav.filter(({ section }) => section === "settings"),
  };
}
