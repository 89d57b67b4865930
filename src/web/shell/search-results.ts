/** The operation that finds anything the viewer may open. */
export const SEARCH_OPERATION = "platform.search";

/** One thing found. */
export interface SearchResult {
  /** What it is in one word: "Work package", "Risk". */
  kind: string;
  title: string;
  href: string;
  /** Where it belongs or how it stands, short. */
  detail?: string;
}

/** Pages of the rail whose name holds the words; they are found without asking the server. */
export function findPages(nav: readonly NavLike[], words: string): SearchResult[] {
  const wanted = words.trim().toLocaleLowerCase();
  const pages = nav.flatMap(({ label, href, children = [] }) => [
    { kind: "Page", title: label, href },
    ...children
      .filter((child) => child.href !== href)
      .map((child) => ({ kind: "Page", title: `${label}: ${child.label}`, href: child.href })),
  ]);
  return wanted === ""
    ? pages.slice(0, 8)
    : pages.filter(({ title }) => title.toLocaleLowerCase().includes(wanted));
}

interface NavLike {
  label: string;
  href: string;
  children?: readonly { label: string; href: string }[];
}
