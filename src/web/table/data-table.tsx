import type { ReactNode } from "react";
import { useLocation, useNavigation } from "react-router";
import { countOf } from "#web/format/plural.ts";
import type { Column, Filter } from "#web/table/column.ts";
import { TableBody } from "#web/table/table-body.tsx";
import { TableFilters } from "#web/table/table-filters.tsx";
import { TableHead } from "#web/table/table-head.tsx";
import type { TableQuery } from "#web/table/table-query.ts";
import { tableHref } from "#web/table/table-query.ts";
import { Card } from "#web/ui/card.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Pagination } from "#web/ui/pagination.tsx";
import { TextLink } from "#web/ui/text-link.tsx";

export interface DataTableProps<Row> {
  /** Names the list for those who cannot see the page around it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** From `readTableQuery`; left out for a short list that is only shown. */
  query?: TableQuery;
  prefix?: string;
  /** Placeholder of the search box; no box without it. */
  search?: string;
  filters?: readonly Filter[];
  /** Cursor of the next page, null at the end; `total` where the operation knows it. */
  page?: { next: string | null; total?: number };
  /** What the rows are, for the count: `["work package", "work packages"]`. */
  noun?: [one: string, many: string];
  /** Address of the same list as CSV, all pages. */
  csv?: string;
  /** What to show when there is nothing at all. */
  empty?: ReactNode;
  /** 36 px rows, for long lists of short facts. */
  compact?: boolean;
}

/** A list driven by its address: search, filters, sort and page are parameters, so that it works as plain HTML. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, query, prefix, page, csv, noun = ["row", "rows"] } = props;
  const location = useLocation();
  const navigation = useNavigation();
  const busy = navigation.state === "loading" && navigation.location.pathname === location.pathname;
  const narrowed = Boolean(query && (query.q || query.cursor || Object.keys(query.filters).length > 0));
  const hasTools = props.search !== undefined || (props.filters?.length ?? 0) > 0;
  const known = page?.total ?? (page?.next || query?.cursor ? undefined : rows.length);
  return (
    <div className="space-y-3">
      {query && hasTools && (rows.length > 0 || narrowed) && (
        <TableFilters query={query} prefix={prefix} search={props.search} filters={props.filters ?? []} />
      )}
      <Card flush className={classNames("transition-opacity", busy && "opacity-60")}>
        {rows.length === 0 ? (
          narrowed ? (
            <NothingFound clear={tableHref("", {})} />
          ) : (
            (props.empty ?? <EmptyState title={`No ${noun[1]} yet`} />)
          )
        ) : (
          // Focusable, so that a keyboard can scroll a wide table sideways.
          <div
            tabIndex={0}
            role="region"
            aria-label={props.caption}
            aria-busy={busy}
            className="overflow-x-auto rounded-card"
          >
            <table className="cards-on-phone w-full border-collapse">
              <caption className="sr-only">{props.caption}</caption>
              <TableHead columns={props.columns} query={query} prefix={prefix} />
              <TableBody {...props} />
            </table>
          </div>
        )}
      </Card>
      {query && rows.length > 0 && (
        <Pagination
          summary={known === undefined ? countOf(rows.length, ...noun) : shownOf(rows.length, known, noun)}
          first={query.cursor ? tableHref(location.search, {}, prefix) : null}
          next={page?.next ? tableHref(location.search, { cursor: page.next }, prefix) : null}
          csv={csv}
          label={prefix && `Pages: ${props.caption}`}
        />
      )}
    </div>
  );
}

function NothingFound({ clear }: { clear: string }) {
  return (
    <EmptyState
      icon="search"
      title="Nothing matches"
      text="Try fewer words or another filter."
      action={<TextLink to={clear}>Clear search and filters</TextLink>}
    />
  );
}

function shownOf(shown: number, total: number, noun: [string, string]): string {
  return shown === total ? countOf(total, ...noun) : `${shown} of ${countOf(total, ...noun)}`;
}
