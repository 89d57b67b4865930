import { Form } from "react-router";
import type { z } from "zod";
import type { MetricRows } from "#modules/playbook/contract/scorecard.ts";
import { pageContext } from "#web/context.ts";
import { useFormat } from "#web/format/use-format.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import type { Route } from "./+types/metric.ts";
import { metricInput } from "./metric-input.ts";

type Rows = z.output<typeof MetricRows>;
type Row = Rows["rows"][number];

export const handle = { crumb: ({ found }: { found: Rows }) => found.title ?? found.metric };
export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.found.title ?? loaderData?.found.metric ?? "Metric"} · Cairn` },
];

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const query = readTableQuery(request.url);
  const input = { ...metricInput(params.metric, request.url), offset: Number(query.cursor) || 0 };
  const page = context.get(pageContext);
  return { query, found: await page.call<Rows>("playbook.get_metric_rows", input) };
}

const columns: Column<Row>[] = [
  {
    key: "label",
    header: "Counted",
    grow: true,
    cell: ({ label, href }) =>
      href ? <NameLink to={href}>{label}</NameLink> : <span dir="auto">{label}</span>,
  },
  {
    key: "detail",
    header: "Detail",
    grow: true,
    cell: ({ detail }) => (
      <span dir="auto" className="text-muted">
        {detail ?? ""}
      </span>
    ),
  },
];

export default function Metric({ loaderData: { query, found } }: Route.ComponentProps) {
  const { title, metric, meaning, asOf, source, rows, nextOffset } = found;
  return (
    <>
      <PageHeader
        title={title ?? <code className="font-mono">{metric}</code>}
        lead={meaning ?? "Nothing here measures this yet. Its values are those that people report."}
      />
      <div className="mb-6 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <Value found={found} />
        <Form method="get" className="flex items-end gap-2">
          <DateInput name="asOf" label="As of the end of" defaultValue={asOf} required={false} key={asOf} />
          <Button>Show</Button>
        </Form>
      </div>
      <DataTable
        caption="Rows behind the number"
        columns={source === "live" ? columns : reportColumns}
        rows={rows}
        rowKey={({ id }) => id}
        query={query}
        page={{ next: nextOffset === null ? null : String(nextOffset) }}
        noun={source === "live" ? ["row", "rows"] : ["value", "values"]}
        csv={`/console/plan/metrics/${metric}/rows.csv?asOf=${asOf}`}
        empty={
          <p className="px-4 py-8 text-center text-muted">
            {source === "live"
              ? "Nothing was counted on this day."
              : "Nobody reported a value up to this day."}
          </p>
        }
      />
    </>
  );
}

const reportColumns: Column<Row>[] = columns.map((column) =>
  column.key === "label" ? { ...column, header: "Reported" } : column,
);

/** Minor units of one major unit, as targets count them. */
const MINOR = 100;

function Value({ found: { value, unit, currency, reason, source } }: { found: Rows }) {
  const { number, roundMoney } = useFormat();
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      {value === null ? (
        <span className="text-22 text-muted">{reason ?? "Not known"}</span>
      ) : (
        <strong className="text-28 font-bold tabular-nums">
          {currency
            ? roundMoney(BigInt(Math.round(value * MINOR)), currency)
            : number(value, unit ?? undefined)}
        </strong>
      )}
      {source === "reported" && <Badge>reported</Badge>}
    </p>
  );
}
