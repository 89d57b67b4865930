import { Link, useLocation } from "react-router";
import type { Column } from "#web/table/column.ts";
import type { TableQuery } from "#web/table/table-query.ts";
import { nextSort, tableHref } from "#web/table/table-query.ts";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";

interface TableHeadProps<Row> {
  columns: readonly Column<Row>[];
  query?: TableQuery;
  prefix?: string;
}

/** Column names; those that sort are links, so that sorting has an address. */
export function TableHead<Row>({ columns, query, prefix }: TableHeadProps<Row>) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            aria-sort={
              query?.sort === column.key
                ? query.direction === "asc"
                  ? "ascending"
                  : "descending"
                : undefined
            }
            className={classNames(
              "h-9 px-4 text-13 font-normal whitespace-nowrap text-muted",
              column.align === "end" ? "text-end" : "text-start",
            )}
          >
            {column.sortable && query ? (
              <SortLink column={column} query={query} prefix={prefix} />
            ) : (
              column.header
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function SortLink<Row>({
  column,
  query,
  prefix,
}: {
  column: Column<Row>;
  query: TableQuery;
  prefix?: string;
}) {
  const { search } = useLocation();
  const isSorted = query.sort === column.key;
  return (
    <Link
      to={tableHref(search, { sort: nextSort(query, column.key) }, prefix)}
      preventScrollReset
      className={classNames(
        "-mx-1.5 inline-flex items-center gap-1 rounded-mark px-1.5 py-1 hover:bg-hover hover:text-text",
        column.align === "end" && "flex-row-reverse",
        isSorted && "text-text",
      )}
    >
      {column.header}
      <Icon
        name={isSorted ? (query.direction === "asc" ? "arrow-up" : "arrow-down") : "chevrons-up-down"}
        className={classNames("size-3.5", !isSorted && "opacity-60")}
      />
    </Link>
  );
}
