import { pageContext } from "#web/context.ts";
import { countOf } from "#web/format/plural.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { State } from "#web/ui/state.tsx";
import { Day } from "#web/ui/time.tsx";
import { findPlan, NoPlan } from "../plan-sources/no-plan.tsx";
import type { Route } from "./+types/evidence.ts";
import {
  type DeliverableRow,
  type Deliverables,
  deliverablesQuery,
  searchOf,
  STANDINGS,
  standingOf,
} from "./evidence-query.ts";
import { EvidenceTabs } from "./evidence-tabs.tsx";

export const handle = { crumb: "Evidence" };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const plan = await findPlan(call);
  if (plan === null) return null;
  const { query, input } = deliverablesQuery(request.url);
  const cursor = query.cursor ?? undefined;
  const list = await call<Deliverables>("playbook.list_deliverables", { ...input, cursor });
  return { query, list, phases: plan.phases };
}

const columns: Column<DeliverableRow>[] = [
  { key: "text", header: "Deliverable", grow: true, sortable: true, cell: (row) => <Name row={row} /> },
  { key: "state", header: "State", cell: (row) => <State kind={standingOf(row)} /> },
  { key: "proof", header: "Proof", cell: (row) => <Proof row={row} /> },
  {
    key: "owner",
    header: "Owner",
    sortable: true,
    cell: ({ owner }) =>
      owner ? <span dir="auto">{owner.name}</span> : <span className="text-muted">Nobody</span>,
  },
  {
    key: "due",
    header: "Due",
    sortable: true,
    cell: ({ dueOn }) => (dueOn ? <Day on={dueOn} /> : <span className="text-muted">No date</span>),
  },
];

function Name({ row: { id, text, workPackage, reason } }: { row: DeliverableRow }) {
  return (
    <div className="max-w-measure text-start">
      <NameLink to={`/console/plan/deliverables/${id}`}>{text}</NameLink>
      <p className="text-13 font-normal text-muted">{reason}</p>
      {workPackage && (
        <p dir="auto" className="text-12 font-normal text-muted">
          {workPackage.text}
        </p>
      )}
    </div>
  );
}

function Proof({ row: { asked, suggested, items } }: { row: DeliverableRow }) {
  const parts = [
    asked > 0 && `${asked} asked for`,
    suggested > 0 && `${suggested} suggested`,
    items > 0 && `${items} brought`,
  ].filter(Boolean);
  return <span className="text-muted">{parts.length > 0 ? parts.join(", ") : "Nothing yet"}</span>;
}

export default function Evidence({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title="Evidence" lead={loaderData === null ? undefined : leadOf(loaderData.list.counts)} />
      {loaderData === null ? (
        <NoPlan />
      ) : (
        <>
          <EvidenceTabs />
          <DeliverableTable loaded={loaderData} />
        </>
      )}
    </>
  );
}

function DeliverableTable({ loaded }: { loaded: NonNullable<Route.ComponentProps["loaderData"]> }) {
  const { query, list, phases } = loaded;
  const total = query.filters.standing ? undefined : list.counts.total;
  return (
    <DataTable
      caption="Deliverables and what proves them"
      columns={columns}
      rows={list.deliverables}
      rowKey={({ id }) => id}
      query={query}
      search="Search deliverables"
      filters={[
        { name: "standing", label: "State", options: STANDINGS },
        {
          name: "phase",
          label: "Phase",
          options: phases.map(({ id, title }) => ({ value: id, label: title })),
        },
      ]}
      page={{ next: list.nextCursor, total }}
      noun={["deliverable", "deliverables"]}
      csv={`/console/plan/evidence.csv${searchOf(query)}`}
      empty={<p className="px-4 py-8 text-center text-muted">This plan names no deliverables.</p>}
    />
  );
}

function leadOf({ total, proved, reopened }: Deliverables["counts"]): string {
  const again = reopened === 0 ? "" : ` ${reopened} lost their proof and are open again.`;
  return `${proved} of ${countOf(total, "deliverable")} ${proved === 1 ? "is" : "are"} proved by something that can be shown.${
    reopened === 1 ? " 1 lost its proof and is open again." : again
  }`;
}
