import type { z } from "zod";
import type { StatementPreview } from "#modules/billing/contract/bank-statements.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Money } from "#web/ui/money.tsx";
import { Section } from "#web/ui/section.tsx";
import { Day } from "#web/ui/time.tsx";
import { LineWords, PayerName } from "./line-words.tsx";
import { LineState } from "./standing.tsx";

type Preview = z.output<typeof StatementPreview>;
type Row = Preview["lines"][number] & { key: string };

const columns: readonly Column<Row>[] = [
  { key: "payer", header: "Payer", cell: (row) => <PayerName name={row.payerName} /> },
  { key: "on", header: "Booked", cell: (row) => <Day on={row.bookedOn} /> },
  { key: "words", header: "Text, and what it is for", grow: true, cell: (row) => <LineWords line={row} /> },
  { key: "status", header: "Would be", cell: (row) => <LineState status={row.status} /> },
  {
    key: "amount",
    header: "Amount",
    align: "end",
    cell: (row) => <Money minor={row.amountMinor} currency={row.currency} />,
  },
];

/** The first of the new lines, and what would become of them. */
export function PreviewLines({ preview: { lines, newCount } }: { preview: Preview }) {
  return (
    <Section
      title="New lines"
      note={newCount > lines.length ? `The first ${lines.length} of ${newCount}` : undefined}
    >
      <DataTable
        caption="New lines of the file"
        columns={columns}
        rows={lines.map((line, index) => ({ ...line, key: String(index) }))}
        rowKey={(row) => row.key}
        noun={["line", "lines"]}
        empty={
          <EmptyState
            title="Nothing new"
            text="Every line of the file was imported before, or none could be read."
          />
        }
      />
    </Section>
  );
}
