import type { Column } from "#web/table/column.ts";
import type { DataTableProps } from "#web/table/data-table.tsx";
import { classNames } from "#web/ui/class-names.ts";

/** The rows; on a phone each is a card whose lines are named by `data-label`. */
export function TableBody<Row>({ rows, columns, rowKey, compact }: DataTableProps<Row>) {
  return (
    <tbody>
      {rows.map((row) => (
        <tr key={rowKey(row)} className="transition-colors hover:bg-hover">
          {columns.map((column, index) => (
            <Cell key={column.key} row={row} column={column} isName={index === 0} compact={compact} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

interface CellProps<Row> {
  row: Row;
  column: Column<Row>;
  isName: boolean;
  compact?: boolean;
}

function Cell<Row>({ row, column, isName, compact }: CellProps<Row>) {
  const className = classNames(
    "border-t border-line px-4 py-2",
    compact ? "h-9" : "h-12",
    column.align === "end" ? "text-end tabular-nums whitespace-nowrap" : "text-start",
    column.grow || isName ? "min-w-40 [overflow-wrap:anywhere]" : "whitespace-nowrap",
    isName && "font-medium",
    column.hiddenOnPhone && "max-sm:!hidden",
  );
  const content = column.cell(row);
  if (isName) {
    return (
      <th scope="row" className={className}>
        {content}
      </th>
    );
  }
  return (
    <td data-label={column.header} className={className}>
      {content}
    </td>
  );
}
