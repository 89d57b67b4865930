/** What a list was asked for, read from its address; goes to the operation as it is. */
export interface TableQuery {
  /** Search text, trimmed; empty for none. */
  q: string;
  /** The column to sort by, null for the operation's own order. */
  sort: string | null;
  direction: "asc" | "desc";
  /** Where the page starts, as the operation gave it; null for the first page. */
  cursor: string | null;
  /** Chosen filters by name; a filter that is not chosen is not here. */
  filters: Record<string, string>;
}

/** What a list may be asked: everything else in the address is ignored. */
export interface TableSpec {
  sorts?: readonly string[];
  filters?: readonly string[];
  /** Column, with a leading `-` for descending. */
  defaultSort?: string;
  /** Goes before each parameter (`risks.q`), where one page holds several lists. */
  prefix?: string;
}

const LONGEST_SEARCH = 200;

/** Reads a list's query from an address. Unknown sorts and filters are dropped, never passed on. */
export function readTableQuery(url: string, spec: TableSpec = {}): TableQuery {
  const params = new URL(url, "http://page.invalid").searchParams;
  const read = (name: string) => params.get(paramName(spec.prefix, name))?.trim() ?? "";
  const wanted = read("sort");
  const sort = spec.sorts?.includes(wanted.replace(/^-/u, "")) ? wanted : (spec.defaultSort ?? "");
  const filters = (spec.filters ?? [])
    .map((name) => [name, read(name)] as const)
    .filter(([, value]) => value !== "");
  return {
    q: read("q").slice(0, LONGEST_SEARCH),
    sort: sort.replace(/^-/u, "") || null,
    direction: sort.startsWith("-") ? "desc" : "asc",
    cursor: read("cursor") || null,
    filters: Object.fromEntries(filters),
  };
}

/** The same address with some parameters changed; null removes one. The page falls back to the first. */
export function tableHref(search: string, changes: Record<string, string | null>, prefix?: string): string {
  const params = new URLSearchParams(search);
  params.delete(paramName(prefix, "cursor"));
  params.delete("notice");
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") params.delete(paramName(prefix, name));
    else params.set(paramName(prefix, name), value);
  }
  const text = params.toString();
  return text ? `?${text}` : "?";
}

/** The sort a column's header leads to: ascending, descending, then the list's own order. */
export function nextSort(query: Pick<TableQuery, "sort" | "direction">, column: string): string | null {
  if (query.sort !== column) return column;
  return query.direction === "asc" ? `-${column}` : null;
}

/** A parameter's name in the address. */
export function paramName(prefix: string | undefined, name: string): string {
  return prefix ? `${prefix}.${name}` : name;
}
