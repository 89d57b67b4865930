import type { z } from "zod";
import type { RevenueFigure } from "#modules/billing/contract/revenue.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { useFigure } from "./use-figure.ts";

type Figure = z.output<typeof RevenueFigure>;

const columnsFor = (currency: string): readonly Column<Figure>[] => [
  {
    key: "title",
    header: "Figure",
    cell: ({ key, title }) => <NameLink to={`/console/plan/metrics/${key}`}>{title}</NameLink>,
  },
  {
    key: "value",
    header: "Now",
    align: "end",
    cell: (figure) => <Value figure={figure} currency={currency} />,
  },
  {
    key: "meaning",
    header: "What it is",
    grow: true,
    cell: ({ meaning, reason }) => (
      <span className="text-13 text-muted">{reason ? `${reason}.` : meaning}</span>
    ),
  },
];

function Value({ figure, currency }: { figure: Figure; currency: string }) {
  const write = useFigure(currency);
  return (
    <span className={figure.value === null ? "text-muted" : "font-semibold tabular-nums"}>
      {write(figure)}
    </span>
  );
}

/** All figures beside the revenue itself; one that is not known says why. */
export const FigureList = ({ figures, currency }: { figures: readonly Figure[]; currency: string }) => (
  <DataTable
    caption="Figures with what they count"
    columns={columnsFor(currency)}
    rows={figures}
    rowKey={({ key }) => key}
  />
);
