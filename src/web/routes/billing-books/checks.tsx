import type { z } from "zod";
import type { LedgerCheck, LedgerVerdict } from "#modules/billing/contract/ledger.ts";
import { pageContext } from "#web/context.ts";
import { countOf } from "#web/format/plural.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { Money } from "#web/ui/money.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { State } from "#web/ui/state.tsx";
import type { Route } from "./+types/checks.ts";
import { BooksTabs } from "./books-tabs.tsx";

type Verdict = z.output<typeof LedgerVerdict>;
type Check = z.output<typeof LedgerCheck>;

export const handle = { crumb: "Checks" };

export async function loader({ context }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const books = await call<Verdict>("billing.verify_ledger", {});
  const invoices = await call<Verdict>("billing.audit_invoices", {});
  const revenue = await call<Verdict>("billing.verify_metrics", {});
  return { books, invoices, revenue };
}

const columns: readonly Column<Check>[] = [
  { key: "title", header: "What must be so", grow: true, cell: (check) => <Finding check={check} /> },
  {
    key: "state",
    header: "State",
    cell: ({ ok }) => (ok ? <State kind="met">It is</State> : <State kind="missed">It is not</State>),
  },
  { key: "compared", header: "Looked at", align: "end", cell: ({ compared }) => compared },
];

function Finding({ check: { title, differences, faults } }: { check: Check }) {
  return (
    <>
      <span className="font-medium">{title}</span>
      {differences.map(({ what, currency, ledgerMinor, recordsMinor }) => (
        <p key={`${what} ${currency}`} className="text-13 text-critical">
          {what.replaceAll("_", " ")}: the books say{" "}
          {currency === "-" ? ledgerMinor : <Money minor={ledgerMinor} currency={currency} />}, the records{" "}
          {currency === "-" ? recordsMinor : <Money minor={recordsMinor} currency={currency} />}
        </p>
      ))}
      {faults.map((fault) => (
        <p key={fault} className="text-13 [overflow-wrap:anywhere] text-critical">
          {fault}
        </p>
      ))}
    </>
  );
}

const Group = ({ title, verdict }: { title: string; verdict: Verdict }) => (
  <Section title={title}>
    <DataTable
      caption={`${title}, one check a row`}
      columns={columns}
      rows={verdict.checks}
      rowKey={({ key }) => key}
      compact
    />
  </Section>
);

export default function Checks({ loaderData: { books, invoices, revenue } }: Route.ComponentProps) {
  const bad = [books, invoices, revenue].flatMap(({ checks }) => checks).filter(({ ok }) => !ok).length;
  return (
    <>
      <PageHeader
        title="Checks"
        lead="Books, invoices and recurring revenue are held against each other each time this page opens."
      />
      <BooksTabs />
      {bad === 0 ? (
        <Notice tone="positive" title="All of it adds up" />
      ) : (
        <Notice tone="critical" title={`${countOf(bad, "check")} found a difference`}>
          Nothing here mends itself: keep the names below and ask whoever runs this installation.
        </Notice>
      )}
      <Group title="Books" verdict={books} />
      <Group title="Invoices" verdict={invoices} />
      <Group title="Recurring revenue" verdict={revenue} />
    </>
  );
}
