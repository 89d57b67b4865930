import type { z } from "zod";
import type { RevenueMonth } from "#modules/billing/contract/revenue.ts";
import { useFormat } from "#web/format/use-format.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { Money } from "#web/ui/money.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { Section } from "#web/ui/section.tsx";
import { Signed } from "./month-waterfall.tsx";
import { monthWords } from "./words.ts";

type Month = z.output<typeof RevenueMonth>;

function MonthName({ month }: { month: string }) {
  const { locale } = useFormat();
  return (
    <NameLink to={`/console/billing/revenue?month=${month}`} preventScrollReset>
      {monthWords(month, locale)}
    </NameLink>
  );
}

const Percent = ({ value }: { value: number | null }) => {
  const { number } = useFormat();
  if (value === null) return <span className="text-muted">–</span>;
  return `${value < 0 ? "−" : ""}${number(Math.abs(value), "percent")}`;
};

const columnsFor = (currency: string): readonly Column<Month>[] => {
  const change = (key: string, header: string, of: (month: Month) => number): Column<Month> => ({
    key,
    header,
    align: "end",
    hiddenOnPhone: true,
    cell: (month) => <Signed minor={of(month)} currency={currency} />,
  });
  return [
    { key: "month", header: "Month", cell: ({ month }) => <MonthName month={month} /> },
    change("new", "New", (month) => month.newMinor),
    change("expansion", "Expansion", (month) => month.expansionMinor + month.reactivationMinor),
    change("contraction", "Contraction", (month) => month.contractionMinor),
    change("churn", "Churn", (month) => month.churnMinor),
    {
      key: "end",
      header: "At the end",
      align: "end",
      cell: ({ endMinor }) => <Money minor={endMinor} currency={currency} />,
    },
    { key: "customers", header: "Customers", align: "end", cell: ({ customersEnd }) => customersEnd },
    {
      key: "gross",
      header: "Gross churn",
      align: "end",
      cell: ({ grossChurn }) => <Percent value={grossChurn} />,
    },
    { key: "net", header: "Net churn", align: "end", cell: ({ netChurn }) => <Percent value={netChurn} /> },
  ];
};

/** The months, the latest first. Expansion and what came back stand together; the waterfall tells them apart. */
export const MonthTable = ({ months, currency }: { months: readonly Month[]; currency: string }) => (
  <Section
    title="Month by month"
    actions={
      <LinkButton size="small" icon="download" reloadDocument to="/console/billing/revenue/months.csv">
        CSV
      </LinkButton>
    }
  >
    <DataTable
      caption="Months with their movements"
      columns={columnsFor(currency)}
      rows={months.toReversed()}
      rowKey={({ month }) => month}
      compact
    />
  </Section>
);
