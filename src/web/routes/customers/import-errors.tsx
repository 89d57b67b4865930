import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { Figure } from "#web/ui/figure.tsx";
import type { CustomerImport } from "./import-state.ts";

type Fault = CustomerImport["errors"][number];

const columns: readonly Column<Fault>[] = [
  { key: "line", header: "Line", cell: (row) => <Figure value={row.line} /> },
  {
    key: "column",
    header: "Column",
    cell: (row) => row.column || <span className="text-muted">Whole row</span>,
  },
  { key: "message", header: "What is wrong", grow: true, cell: (row) => row.message },
];

/** Each fault with the line of the file it is in. */
export function ImportErrors({ errors }: { errors: readonly Fault[] }) {
  return (
    <DataTable
      caption="Faults of the file, by line"
      columns={columns}
      rows={errors}
      rowKey={(row) => `${row.line} ${row.column} ${row.message}`}
      noun={["fault", "faults"]}
      compact
    />
  );
}
