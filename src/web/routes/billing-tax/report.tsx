import type { z } from "zod";
import type { SellerView, TaxReport, TaxReportRow } from "#modules/billing/contract/tax.ts";
import { pageContext } from "#web/context.ts";
import { localDate } from "#web/format/local-date.ts";
import { countOf } from "#web/format/plural.ts";
import { useFormat } from "#web/format/use-format.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Money } from "#web/ui/money.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/report.ts";
import { Percent } from "./percent.tsx";
import { quarterKey, quarterWords, readQuarter, shiftQuarter } from "./quarter.ts";
import { SellerProblems } from "./seller-problems.tsx";
import { TaxTabs } from "./tax-tabs.tsx";
import { placeName, RETURNS } from "./words.ts";

type Report = z.output<typeof TaxReport>;

export const handle: RouteHandle = {
  crumb: ({ report }: { report: Report }) => quarterWords(report.period),
};

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, now, zone } = context.get(pageContext);
  const quarter = readQuarter(request.url, localDate(now, zone));
  const [report, seller] = await Promise.all([
    call<Report>("billing.get_tax_report", quarter),
    call<z.output<typeof SellerView>>("billing.get_seller", {}),
  ]);
  return { report, problems: seller.problems };
}

const columns: readonly Column<TaxReportRow>[] = [
  { key: "place", header: "Place", grow: true, cell: (row) => <Place row={row} /> },
  { key: "return", header: "Return", cell: (row) => RETURNS[row.return] },
  { key: "rate", header: "Rate", align: "end", cell: (row) => <Rate row={row} /> },
  {
    key: "net",
    header: "Net",
    align: "end",
    cell: (row) => <Money minor={row.netMinor} currency={row.currency} />,
  },
  {
    key: "tax",
    header: "Tax",
    align: "end",
    cell: (row) => <Money minor={row.taxMinor} currency={row.currency} />,
  },
  { key: "documents", header: "Documents", align: "end", hiddenOnPhone: true, cell: (row) => row.invoices },
];

function Place({ row }: { row: TaxReportRow }) {
  return (
    <span className="flex flex-col">
      <span className="font-medium">{placeName(row.jurisdiction)}</span>
      {row.corrects && (
        <span className="text-12 text-muted">Corrects {row.corrects.replace("-Q", ", quarter ")}</span>
      )}
    </span>
  );
}

const Rate = ({ row }: { row: TaxReportRow }) =>
  row.code === "S" ? <Percent ppm={row.ratePpm} /> : <span className="text-muted">None</span>;

const businessColumns: readonly Column<Report["recapitulative"][number]>[] = [
  {
    key: "taxId",
    header: "Tax id",
    cell: (row) => <span className="font-mono text-13">{row.taxId || "Not known"}</span>,
  },
  {
    key: "net",
    header: "Net",
    align: "end",
    cell: (row) => <Money minor={row.netMinor} currency={row.currency} />,
  },
];

function Recapitulative({ report }: { report: Report }) {
  return (
    <Section
      title="Businesses in other member states"
      note="Net sales under reverse charge by tax id, for the recapitulative statement."
    >
      <DataTable
        caption="Net sales under reverse charge by tax id"
        columns={businessColumns}
        rows={report.recapitulative}
        rowKey={(row) => `${row.taxId} ${row.currency}`}
      />
    </Section>
  );
}

const hrefOf = (quarter: { year: number; quarter: number }) =>
  `/console/billing/taxes?quarter=${quarterKey(quarter)}`;

function Steps({ report }: { report: Report }) {
  return (
    <>
      <LinkButton icon="chevron-left" to={hrefOf(shiftQuarter(report.period, -1))}>
        Quarter before
      </LinkButton>
      {report.isComplete && (
        <LinkButton to={hrefOf(shiftQuarter(report.period, 1))}>Quarter after</LinkButton>
      )}
      {report.rows.length > 0 && (
        <LinkButton
          icon="download"
          reloadDocument
          to={`/console/billing/taxes/report.csv?quarter=${quarterKey(report.period)}`}
        >
          CSV
        </LinkButton>
      )}
    </>
  );
}

export default function TaxReportPage({ loaderData: { report, problems } }: Route.ComponentProps) {
  const { dateRange } = useFormat();
  const last = Temporal.PlainDate.from(report.endsOn).subtract({ days: 1 }).toString();
  return (
    <>
      <PageHeader
        title="Taxes"
        lead="What is owed for a quarter, from invoices and credit notes as they were issued."
      />
      <TaxTabs />
      <SellerProblems problems={problems} />
      {report.openReviews > 0 && (
        <Notice tone="caution">
          {countOf(report.openReviews, "invoice")} of this quarter {report.openReviews === 1 ? "is" : "are"}{" "}
          taxed doubtfully.{" "}
          <TextLink to="/console/billing/taxes/reviews">
            Look at {report.openReviews === 1 ? "it" : "them"}
          </TextLink>{" "}
          before you file the return.
        </Notice>
      )}
      <Section
        title={quarterWords(report.period)}
        note={`${dateRange(report.startsOn, last)}. ${report.isComplete ? "The quarter is over." : "The quarter is not over yet."} Amounts stay in their currency: returns are converted by the rate their authority names.`}
        actions={<Steps report={report} />}
      >
        <DataTable
          caption={`Tax of the ${quarterWords(report.period)}`}
          columns={columns}
          rows={report.rows}
          rowKey={(row) =>
            [row.return, row.jurisdiction, row.code, row.ratePpm, row.currency, row.corrects].join(" ")
          }
          empty={
            <EmptyState
              icon="receipt"
              title="Nothing was invoiced in this quarter"
              text="Invoices and credit notes count on the day they are issued."
            />
          }
        />
      </Section>
      {report.recapitulative.length > 0 && <Recapitulative report={report} />}
    </>
  );
}
